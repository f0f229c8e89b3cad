import { Figure } from '@/components/charts/Figure';
import {
  type BarRow,
  IntervalBars,
  intervalBarsHeight,
  type Measure,
} from '@/components/charts/IntervalBars';
import { Legend } from '@/components/charts/Legend';
import { EmptyState } from '@/components/States';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { figureOf, tableOf } from './evidence';
import { useInputLabel } from './useInputLabel';
import { versionSeries } from './versionSeries';

/** How much each feature is used, the most used first: measured with an interval, else as the card's inputs say. */
function usesOf(model: Model): Map<string, Measure> {
  const table = tableOf(model, 'importance');
  if (!table) {
    return new Map(model.card.inputs.map((i) => [i.name, { value: i.use, low: null, high: null }]));
  }
  return new Map(
    table.rows.flatMap((row): [string, Measure][] => {
      const figure = figureOf(row, 'lostShare');
      return figure?.value == null ? [] : [[row.label, { ...figure, value: figure.value }]];
    }),
  );
}

export function ImportanceChart({ models }: { models: Model[] }) {
  const { percent } = useFormats();
  const label = useInputLabel();
  const series = versionSeries(models);
  const uses = models.map(usesOf);
  const most = (name: string) => Math.max(...uses.map((u) => u.get(name)?.value ?? Number.NEGATIVE_INFINITY));
  const names = [...new Set(uses.flatMap((u) => [...u.keys()]))].toSorted((a, b) => most(b) - most(a));
  if (names.length === 0) {
    return (
      <div className="card">
        <EmptyState title="The card names no inputs" />
      </div>
    );
  }
  const measured = uses.some((u) => [...u.values()].some((m) => m.value !== 0));
  const share = (n: number) => (measured ? percent(n, 1) : 'not measured');
  const rows: BarRow[] = names.map((name) => ({
    label: label(name),
    measures: uses.map((u) => u.get(name) ?? null),
  }));
  const range = (m: Measure | null | undefined) =>
    m?.low != null && m.high != null ? `${percent(m.low, 1)} to ${percent(m.high, 1)}` : DASH;
  return (
    <div className="card">
      <Figure
        title={models.length > 1 ? 'Inputs compared' : 'Inputs'}
        sub="Share of what the model explains that is lost when the input is shuffled; over 100% = worse than no model"
        summary={`${label(names[0] ?? '')} is used most: ${share(most(names[0] ?? ''))} is lost without it.`}
        columns={['Input', ...series.flatMap((s) => [s.label, `${s.label}, 95% interval`])]}
        rows={rows.map((row) => [
          row.label,
          ...row.measures.flatMap((m) => [m ? share(m.value) : 'not read', range(m)]),
        ])}
        height={intervalBarsHeight(rows.length, series.length) + (series.length > 1 ? 28 : 0)}
      >
        {(width) => (
          <>
            <Legend series={series} />
            <IntervalBars width={width} series={series} rows={rows} format={(n) => share(n)} />
          </>
        )}
      </Figure>
    </div>
  );
}
