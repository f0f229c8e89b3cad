import { Card } from '@/components/Card';
import { Figure } from '@/components/charts/Figure';
import { IntervalBars, intervalBarsHeight } from '@/components/charts/IntervalBars';
import { Select } from '@/components/Select';
import { EmptyState } from '@/components/States';
import type { InputShares, ModelAttributions, SharesOfPart } from '@/lib/api/types/attributions';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { DependencePlot } from './DependencePlot';
import { useInputLabel } from './useInputLabel';
import { useShareText } from './useShareText';
import { versionSeries } from './versionSeries';

interface Props {
  model: Model;
  data: ModelAttributions;
  chosen: InputShares;
  onChoose: (input: string) => void;
}

const HEIGHT = 320;
/** Fewer ranges than that are bars. */
const FEWEST_RANGES = 3;

/** How what one input adds depends on its value. */
export function DependenceChart({ model, data, chosen, onChoose }: Props) {
  const { integer, number } = useFormats();
  const label = useInputLabel();
  const { text, unit } = useShareText(model, data.scale);
  const { parts } = chosen;
  const ranges = parts.filter((p) => p.kind === 'RANGE');
  const missing = parts.find((p) => p.kind === 'MISSING');
  const drawn = ranges.length >= FEWEST_RANGES;
  const name = (p: SharesOfPart) => partName(p, (n) => number(n, 2));
  const highest = parts.toSorted((a, b) => b.mean - a.mean)[0];
  const choice = (
    <Select
      label="Input to look at"
      hideLabel
      className="dependence-input"
      value={chosen.input}
      onChange={onChoose}
      options={data.inputs.map((i) => ({
        id: i.input,
        label: label(i.input),
        ...(i.hidden ? { hint: 'says who somebody is' } : {}),
      }))}
    />
  );
  const title = `How ${label(chosen.input).toLowerCase()} counts`;
  if (parts.length === 0) {
    return (
      <Card title={title} end={choice} className="dependence">
        <EmptyState title="Its values say who somebody is, so they are not shown" />
      </Card>
    );
  }
  return (
    <div className="card dependence">
      <Figure
        title={title}
        sub={`Mean share by value: ${unit}. Four fifths of the shares lie ${drawn ? 'in the band' : 'within the whiskers'}.`}
        summary={
          highest ? `It adds most for ${name(highest)}: ${text(highest.mean)}.` : 'Its values are not shown.'
        }
        columns={['Value', 'Customers', 'Mean share', '10%', '90%']}
        rows={parts.map((p) => [name(p), integer(p.rows), text(p.mean), text(p.low), text(p.high)])}
        end={choice}
        height={drawn ? HEIGHT : intervalBarsHeight(Math.max(3, parts.length), 1)}
      >
        {(width) => {
          if (!drawn) {
            return (
              <IntervalBars
                width={width}
                series={versionSeries([model])}
                rows={parts.map((p) => ({
                  label: name(p),
                  measures: [{ value: p.mean, low: p.low, high: p.high }],
                }))}
                format={text}
              />
            );
          }
          return (
            <>
              <DependencePlot
                width={width}
                height={HEIGHT}
                parts={ranges}
                name={label(chosen.input)}
                text={text}
                value={(n) => number(n, 2)}
              />
              {missing && (
                <p className="muted small">
                  Missing for {integer(missing.rows)} customers: {text(missing.mean)} on average.
                </p>
              )}
            </>
          );
        }}
      </Figure>
    </div>
  );
}

function partName({ kind, category, from, to }: SharesOfPart, number: (n: number) => string): string {
  if (kind === 'MISSING') return 'missing';
  if (kind === 'OTHERS') return 'all others';
  if (kind === 'CATEGORY') return category ?? '';
  return from === to ? number(from ?? 0) : `${number(from ?? 0)} to ${number(to ?? 0)}`;
}
