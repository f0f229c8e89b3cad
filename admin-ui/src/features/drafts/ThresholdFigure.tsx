import { Button } from '@/components/Button';
import { Figure } from '@/components/charts/Figure';
import type { Distribution, ThresholdPoint } from '@/lib/api/draftDistribution';
import type { Operator } from '@/lib/api/types/condition';
import { OPERATOR_WORDS } from '@/lib/condition';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { valueText } from '@/lib/terms';
import { ThresholdPlot } from './ThresholdPlot';
import { ThresholdPoints } from './ThresholdPoints';
import { bestOf, pointAt, THRESHOLD_HEIGHT } from './thresholdCurve';

interface Props {
  distribution: Distribution;
  operator: Operator;
  value: number;
  onChange: (value: number) => void;
  /** Whether what is shown was counted for an earlier state of the draft. */
  behind: boolean;
  /** What being reached means: in the segment, or with the action as their first. */
  reached: string;
}

/** The picture, its figures at the threshold, and where the expected value would be highest. */
export function ThresholdFigure({ distribution, operator, value, onChange, behind, reached }: Props) {
  const formats = useFormats();
  const { values } = distribution;
  const { integer, money, percent } = formats;
  const text = (n: number) => valueText({ type: 'NUMBER', unit: distribution.unit }, n, formats);
  const point = pointAt(values, value);
  const exact = !behind && value === values.now.threshold;
  const best = bestOf(values);
  const gain = best.expectedValue - values.now.expectedValue;
  const said =
    `${distribution.label} ${OPERATOR_WORDS[operator]} ${text(value)}: ` +
    `${integer(point.reached)} ${plural(Math.round(point.reached), 'customer')} ${reached.toLowerCase()}, ` +
    `${money(point.value)}; expected value of all first actions ${money(point.expectedValue)}.`;
  const share = (n: number | null) => (n === null ? 'not known' : percent(n, 1));
  const row = (p: ThresholdPoint) => [
    text(p.threshold),
    integer(p.meeting),
    integer(p.reached),
    money(p.value),
    integer(p.contacts),
    money(p.cost),
    money(p.expectedValue),
    ...(distribution.outcomes ? [share(p.precision), share(p.recall)] : []),
  ];
  return (
    <>
      <Figure
        title={`Where ${distribution.label.toLowerCase()} divides`}
        sub={`${integer(values.present)} ${plural(values.present, 'customer')} with a value${
          values.missing > 0 ? `, ${integer(values.missing)} without` : ''
        }; drag the handle or use the arrow keys`}
        summary={said}
        columns={[
          'Threshold',
          'Meet it alone',
          reached,
          'Their value',
          'Contacts of all',
          'Cost of all',
          'Expected value of all',
          ...(distribution.outcomes ? ['Precision', 'Recall'] : []),
        ]}
        rows={values.curve.map(row)}
        height={THRESHOLD_HEIGHT}
      >
        {(width) => (
          <ThresholdPlot
            width={width}
            height={THRESHOLD_HEIGHT}
            label={distribution.label}
            values={values}
            holdsAbove={operator === 'AT_LEAST' || operator === 'GREATER_THAN'}
            value={value}
            point={point}
            spoken={said}
            text={text}
            onChange={onChange}
          />
        )}
      </Figure>
      <ul className="threshold-legend" aria-label="What is drawn">
        <li>
          <i className="threshold-key-others" aria-hidden /> reached where the comparison holds
        </li>
        <li>
          <i className="threshold-key-bar" aria-hidden /> all others with a value
        </li>
        <li>
          <i className="threshold-key-worth" aria-hidden /> expected value of all first actions, its own scale
        </li>
      </ul>
      <ThresholdPoints point={point} exact={exact} reached={reached} />
      <p className="threshold-sentence">
        {gain > 0 && best.threshold !== value ? (
          <>
            The first actions together would be worth most at {text(best.threshold)}:{' '}
            {money(best.expectedValue)}, {money(gain)} more than at {text(values.now.threshold)}.{' '}
            <Button small onPress={() => onChange(best.threshold)}>
              Move it to {text(best.threshold)}
            </Button>
          </>
        ) : (
          'No other threshold of the picture makes the first actions together worth more.'
        )}
      </p>
      {distribution.outcomes && <p className="muted small">{distribution.outcomes.text}</p>}
    </>
  );
}
