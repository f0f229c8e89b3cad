import type { ThresholdPoint } from '@/lib/api/draftDistribution';
import { cx } from '@/lib/cx';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  point: ThresholdPoint;
  /** Counted for exactly this threshold; else read off the line between two that were. */
  exact: boolean;
  reached: string;
}

/** What the threshold comes to, in figures. */
export function ThresholdPoints({ point, exact, reached }: Props) {
  const { integer, money, percent } = useFormats();
  const about = exact ? '' : '≈ ';
  const facts: [string, string][] = [
    ['Meet it alone', integer(Math.round(point.meeting))],
    [reached, integer(Math.round(point.reached))],
    ['Their value', money(point.value)],
    ['Contacts of all', integer(Math.round(point.contacts))],
    ['Cost of all', money(point.cost)],
    ['Expected value of all', money(point.expectedValue)],
  ];
  if (point.precision !== null) facts.push(['Precision', percent(point.precision, 1)]);
  if (point.recall !== null) facts.push(['Recall', percent(point.recall, 1)]);
  return (
    <dl className={cx('threshold-figures num', !exact && 'threshold-about')}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {about}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
