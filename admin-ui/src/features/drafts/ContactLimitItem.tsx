import { Trash2 } from 'lucide-react';
import { IconButton } from '@/components/Button';
import { Checks } from '@/components/Checks';
import { NumberField } from '@/components/Fields';
import { Select } from '@/components/Select';
import { toast } from '@/components/toast';
import type { ContactLimit, LimitEffect } from '@/lib/api/types/drafts';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { written } from '@/lib/draft/edit';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { Delta } from './Delta';

interface Props {
  limit: ContactLimit;
  /** Undefined = not counted yet. */
  effect: LimitEffect | undefined;
  /** In the base. */
  customers: number;
}

const KINDS = [
  { id: 'OFFER', label: 'Offers' },
  { id: 'RETENTION', label: 'Retention' },
  { id: 'SERVICE', label: 'Service' },
];

const COUNTS = [
  { id: 'TOGETHER', label: 'all contacts together' },
  { id: 'EACH_ACTION', label: 'the same action again' },
];

/** One limit: what it counts, how many in how many days, and who has reached it today. */
export function ContactLimitItem({ limit, effect, customers }: Props) {
  const { editable, session } = useOpenDraft();
  const edit = useEdit();
  const { integer, percent } = useFormats();
  const channels = useDocument((d) => d.actions.channels);
  const actions = useDocument((d) => d.actions.actions);
  const set = (to: Partial<ContactLimit>) => edit({ do: 'limit.set', id: limit.id, set: to });
  const name = effect?.sentence ?? 'New limit';
  const remove = () => {
    edit({ do: 'limit.delete', id: limit.id });
    toast('The limit is removed.', 'good', () => session.undo());
  };
  return (
    <li>
      <div className="row row-between">
        <h3>{name}</h3>
        {editable && (
          <IconButton
            small
            label={`Remove the limit “${name}”`}
            icon={<Trash2 aria-hidden />}
            onPress={remove}
          />
        )}
      </div>
      <fieldset className="contact-fields" disabled={!editable}>
        <legend className="sr">{name}</legend>
        <NumberField
          label="At most"
          className="weight"
          value={typeof limit.most === 'number' ? limit.most : Number.NaN}
          onChange={(most) => set({ most: written(most) })}
          minimum={1}
          maximum={1000}
          step={1}
          disabled={!editable}
        />
        <NumberField
          label="In so many days"
          className="weight"
          value={typeof limit.days === 'number' ? limit.days : Number.NaN}
          onChange={(days) => set({ days: written(days) })}
          minimum={1}
          maximum={366}
          step={1}
          disabled={!editable}
        />
        <Select
          label="Counts"
          value={limit.counts ?? 'TOGETHER'}
          onChange={(counts) => set({ counts: counts as 'TOGETHER' | 'EACH_ACTION' })}
          options={COUNTS}
          disabled={!editable}
        />
        <Checks
          label="Only these channels"
          values={limit.channels ?? []}
          onChange={(ids) => set({ channels: inOrder(channels, ids) })}
          options={channels.map((c) => ({ id: c.id, label: c.label }))}
          disabled={!editable}
        />
        <Checks
          label="Only these kinds"
          values={limit.kinds ?? []}
          onChange={(ids) => set({ kinds: inOrder(KINDS, ids) })}
          options={KINDS}
          disabled={!editable}
        />
        <details open={(limit.actions?.length ?? 0) > 0}>
          <summary>Only some actions</summary>
          <Checks
            label="Only these actions"
            values={limit.actions ?? []}
            onChange={(ids) => set({ actions: inOrder(actions, ids) })}
            options={actions.map((a) => ({ id: a.id, label: a.name }))}
            disabled={!editable}
          />
        </details>
      </fieldset>
      {effect && (
        <div>
          <p className="num">
            <b>{integer(effect.customers)}</b> {plural(effect.customers, 'customer has', 'customers have')}{' '}
            reached it today ({percent(effect.customers / Math.max(1, customers), 1)})
          </p>
          <Delta now={effect.customers} live={effect.live} />
        </div>
      )}
    </li>
  );
}

/** The chosen ones in the order of the list, whatever was pressed first. */
const inOrder = (list: { id: string }[], ids: string[]) =>
  list.map((item) => item.id).filter((id) => ids.includes(id));
