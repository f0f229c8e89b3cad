import { Badge } from '@/components/Badge';
import { Facts } from '@/components/Facts';
import { Meter } from '@/components/Meter';
import { EmptyState } from '@/components/States';
import type { StrategyAction } from '@/lib/api/types';
import { channelIcon, channelName } from '@/lib/channels';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { RuleDetail } from './RuleDetail';
import { useOpenRule } from './useOpenRule';
import '@/components/masterDetail.css';

/** Every action, whom it is for, and how many would get it. */
export function ActionsTab({ actions }: { actions: StrategyAction[] }) {
  const { integer } = useFormats();
  const [rule, open] = useOpenRule();
  const chosen = actions.find((a) => a.id === rule) ?? actions[0];
  if (!chosen) return <EmptyState title="The strategy has no actions" />;
  return (
    <div className="master">
      <ul className="pick-list">
        {actions.map((a) => {
          const Icon = channelIcon(a.channel);
          return (
            <li key={a.id}>
              <button type="button" className="pick" aria-current={a === chosen} onClick={() => open(a.id)}>
                <Icon aria-hidden size={15} className="muted pick-icon" />
                <span className="pick-name">{a.name}</span>
                <span className="pick-number num">{a.customers === null ? DASH : integer(a.customers)}</span>
                <span className="pick-sub">
                  {a.sentence}
                  {a.share !== null && <Meter share={a.share} />}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <ActionDetail key={chosen.id} action={chosen} />
    </div>
  );
}

function ActionDetail({ action }: { action: StrategyAction }) {
  const { integer, exactMoney } = useFormats();
  return (
    <RuleDetail
      id={action.id}
      name={action.name}
      description={action.description}
      sentence={action.sentence}
      condition={action.condition}
      document={action}
      badges={
        <>
          <Badge>{humanize(action.kind)}</Badge>
          <Badge tone="accent">{channelName(action.channel)}</Badge>
        </>
      }
    >
      <Facts
        items={[
          ['Eligible customers now', action.customers === null ? DASH : integer(action.customers)],
          ['Recommended to', action.recommended === null ? DASH : integer(action.recommended)],
          ['Cost of one contact', action.cost === null ? DASH : exactMoney(action.cost)],
          ...(action.priority === null ? [] : [['Priority', integer(action.priority)] as [string, string]]),
        ]}
      />
    </RuleDetail>
  );
}
