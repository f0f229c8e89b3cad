import { Badge, type Tone } from '@/components/Badge';
import type { EvidenceFigure, MetricSummary, Promotion } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { figureName, intervalText, numberText } from './figureText';
import { MeasureTrack } from './MeasureTrack';
import { type Reached, reached, type Target, uncertain } from './targets';

const VERDICTS: Record<Reached, [string, Tone]> = {
  reached: ['Target reached', 'good'],
  'all-rows-only': ['Not on distinct rows', 'warn'],
  missed: ['Target missed', 'bad'],
  unknown: ['Not measured', 'neutral'],
};

/** What a reached target is worth when the figures behind it are doubted. */
const DOUBTED: Record<Promotion['belief'], [string, Tone] | null> = {
  BELIEVED: null,
  IN_DOUBT: ['Reached, but in doubt', 'warn'],
  NOT_BELIEVED: ['Not to be believed', 'bad'],
};

interface Props {
  metric: MetricSummary;
  target: Target | undefined;
  belief: Promotion['belief'];
}

/** One measure: its value and interval, what was asked for, and what the simplest model reaches. */
export function MeasureCard({ metric, target, belief }: Props) {
  const formats = useFormats();
  const name = figureName(metric.name);
  const text = (n: number | null) => numberText(metric.name, n, formats);
  const interval = intervalText(metric, formats);
  const state = target ? reached(target) : 'unknown';
  const [word, tone] = (state === 'reached' && DOUBTED[belief]) || VERDICTS[state];
  return (
    <li className="measure">
      <div className="measure-head">
        <h3>{name}</h3>
        {target && <Badge tone={tone}>{word}</Badge>}
      </div>
      <p className="measure-value num">
        <b>{text(metric.value)}</b>
        {interval && (
          <span>
            <span className="sr">, 95% interval </span>
            {interval}
          </span>
        )}
      </p>
      <MeasureTrack metric={metric} target={target?.number ?? null} />
      <dl className="measure-facts num">
        {target && <Fact name="Asked for" value={askedFor(target, text)} />}
        {target && <Fact name="All rows" value={withInterval(target.all, text, metric.name, formats)} />}
        {target && (
          <Fact
            name="Distinct rows"
            value={
              target.distinct ? withInterval(target.distinct, text, metric.name, formats) : 'not measured'
            }
          />
        )}
        {metric.baseline !== null && <Fact name="Simplest model" value={text(metric.baseline)} />}
      </dl>
      {target && uncertain(target) && (
        <p className="muted small">The target lies inside an interval: chance alone could decide it.</p>
      )}
    </li>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function askedFor({ above, number, spreads }: Target, text: (n: number | null) => string): string {
  const of = spreads === null ? '' : ` (${spreads} × spread of the target)`;
  return `${above ? 'above' : 'below'} ${text(number)}${of}`;
}

function withInterval(
  figure: EvidenceFigure | null,
  text: (n: number | null) => string,
  name: string,
  formats: Parameters<typeof intervalText>[1],
): string {
  if (!figure) return 'not measured';
  const interval = intervalText({ ...figure, name }, formats);
  return interval ? `${text(figure.value)} (${interval})` : text(figure.value);
}
