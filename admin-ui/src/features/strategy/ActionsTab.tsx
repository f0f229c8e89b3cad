import { Badge } from '@/components/Badge';
import { Facts } from '@/components/Facts';
import { Meter } from '@/components/Meter';
import { EmptyState } from '@/components/States';
import type { StrategyAction } from '@/lib/api/types/strategy';
import { channelIcon } from '@/lib/channels';
import { DASH, plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { useChannelName } from '@/lib/useChannelName';
import { RuleDetail } from './RuleDetail';
import { useOpenRule } from './useOpenRule';
import { WhoMatches } from './WhoMatches';
import '@/components/masterDetail.css';

/** Every action, whom it is for, and how many would get it. */
export function ActionsTab({ actions }: { actions: StrategyAction[] }) {
  const { integer } = useFormats();
  const [rule, open] = useOpenRule();
  const chosen = actions.find((a) => a.id === rule) ?? actions[0];
  if (!chosen) return <EmptyState title="The strategy has no actions" />;
  return (
    <div className="master">
      <div>
        <p className="muted small strategy-hint">Numbers: customers for whom the action is ranked first.</p>
        <ul className="pick-list">
          {actions.map((a) => {
            const Icon = channelIcon(a.channel);
            return (
              <li key={a.id}>
                <button type="button" className="pick" aria-current={a === chosen} onClick={() => open(a.id)}>
                  <Icon aria-hidden size={15} className="muted pick-icon" />
                  <span className="pick-name">{a.name}</span>
                  <span className="pick-number num">
                    {a.recommended === null ? DASH : integer(a.recommended)}
                  </span>
                  <span className="pick-sub">
                    {a.sentence}
                    {a.share !== null && <Meter share={a.share} />}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <div className="stack">
        <ActionDetail key={chosen.id} action={chosen} />
        {chosen.condition && <WhoMatches condition={chosen.condition} bySegment />}
      </div>
    </div>
  );
}

function ActionDetail({ action }: { action: StrategyAction }) {
  const { integer, exactMoney, percent, number } = useFormats();
  const channelName = useChannelName();
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
          {action.fallback && <Badge>Fallback</Badge>}
          <Badge>{humanize(action.kind)}</Badge>
          <Badge tone="accent">{channelName(action.channel)}</Badge>
        </>
      }
    >
      <Facts
        items={[
          ['Eligible customers now', action.customers === null ? DASH : integer(action.customers)],
          ['Ranked first for', action.recommended === null ? DASH : integer(action.recommended)],
          ['Share of the base', action.share === null ? DASH : percent(action.share, 1)],
          ['Propensity', action.propensity],
          ['Value', action.value],
          ['Cost of one contact', exactMoney(action.cost)],
          ['Lever', number(action.lever)],
          ['Valid', `${integer(action.validDays)} ${plural(action.validDays, 'day')}`],
        ]}
      />
    </RuleDetail>
  );
}
