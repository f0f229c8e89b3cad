import { Plus } from 'lucide-react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Checks } from '@/components/Checks';
import { ErrorState } from '@/components/States';
import { cx } from '@/lib/cx';
import { contactOf } from '@/lib/draft/contactEdit';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { newId } from '@/lib/draft/ids';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { ContactLimitItem } from './ContactLimitItem';
import { Counted } from './Counted';
import './contact.css';

/** How often customers may be contacted, with how many have reached each limit today. */
export function ContactTab() {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const { limits, exempt = [] } = useDocument(contactOf);
  const actions = useDocument((d) => d.actions.actions);
  const fallback = useDocument((d) => d.actions.fallback);
  const { data, error, refetch, behind, counting } = useEffectNow();
  const add = () => {
    const taken = limits.map((limit) => limit.id);
    edit({ do: 'limit.add', limit: { id: newId('limit', taken), most: 1, days: 7 } });
  };
  return (
    <div className="two">
      <Card
        title="Contact limits"
        sub="An action is held back while any limit about it is reached, and free again by itself"
      >
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {limits.length === 0 && <p className="muted">Everybody may be contacted at any time.</p>}
        <ul className={cx('contact-limits', behind && 'behind')}>
          {limits.map((limit) => (
            <ContactLimitItem
              key={limit.id}
              limit={limit}
              effect={data?.limits?.find((effect) => effect.id === limit.id)}
              customers={data?.customers ?? 0}
            />
          ))}
        </ul>
        {editable && (
          <Button onPress={add}>
            <Plus aria-hidden /> Add a limit
          </Button>
        )}
        <Counted asOf={data?.asOf ?? null} counting={counting || behind} />
      </Card>
      <Card
        title="Exempt actions"
        sub="Held back by no limit and counted by none, such as an order confirmation. The fallback is never held back."
      >
        <Checks
          label="Exempt"
          values={exempt}
          onChange={(ids) =>
            edit({
              do: 'contact.exempt',
              actions: actions.map((a) => a.id).filter((id) => ids.includes(id)),
            })
          }
          options={actions.map((a) => ({
            id: a.id,
            label: a.name,
            ...(a.id === fallback ? { hint: 'The fallback' } : {}),
          }))}
          disabled={!editable}
        />
      </Card>
    </div>
  );
}
