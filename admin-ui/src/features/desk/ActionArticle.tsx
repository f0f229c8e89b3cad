import { Badge } from '@/components/Badge';
import type { Factors, RecommendedAction } from '@/lib/api/types/decision';
import { channelIcon } from '@/lib/channels';
import { cx } from '@/lib/cx';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useChannelName } from '@/lib/useChannelName';
import { RecordContact } from './RecordContact';

interface Props {
  action: RecommendedAction;
  first: boolean;
  customer: string;
}

export function ActionArticle({ action, first, customer }: Props) {
  const { money, integer } = useFormats();
  const channelName = useChannelName();
  const Icon = channelIcon(action.channel);
  const { expectedValue, factors, reasons, validDays } = action;
  return (
    <li className={cx('action', first && 'action-first')}>
      <div className="action-icon">
        <Icon aria-hidden />
      </div>
      <h3>
        <span className="sr">{action.rank}. </span>
        {action.name} {action.fallback && <Badge>Fallback</Badge>}
      </h3>
      <span className="action-value num">
        {expectedValue >= 0 ? '+' : '−'}
        {money(Math.abs(expectedValue))} <span className="action-value-word">expected</span>
      </span>
      <div className="action-body">
        {action.description && <p>{action.description}</p>}
        <p className="muted small">
          {channelName(action.channel)}
          {` · valid ${integer(validDays)} ${plural(validDays, 'day')}`}
        </p>
        {reasons.length > 0 && (
          <ul className="reasons" aria-label="Reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        <Arithmetic factors={factors} />
        <RecordContact action={action} customer={customer} />
      </div>
    </li>
  );
}

/** How the expected value comes about: propensity × context × value × lever − cost. */
function Arithmetic({ factors }: { factors: Factors }) {
  const { percent, number, money } = useFormats();
  const parts: [string, string, string][] = [
    ['', percent(factors.propensity, 1), 'propensity'],
    ['×', number(factors.contextWeight), 'context'],
    ['×', money(factors.value), 'value'],
    ['×', number(factors.lever), 'lever'],
    ['−', money(factors.cost), 'cost'],
  ];
  return (
    <p className="arithmetic num">
      {parts.map(([sign, value, name]) => (
        <span key={name}>
          {sign && `${sign} `}
          <b>{value}</b> {name}
        </span>
      ))}
    </p>
  );
}
