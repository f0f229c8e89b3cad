import { Figure } from '@/components/charts/Figure';
import { type BarRow, IntervalBars, intervalBarsHeight } from '@/components/charts/IntervalBars';
import { Legend } from '@/components/charts/Legend';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { figureOf, labelsOf, tableOf } from './evidence';
import { versionSeries } from './versionSeries';

/** How clear each cluster is. */
export function ClusterChart({ models }: { models: Model[] }) {
  const { fixed, percent } = useFormats();
  const tables = models.map((m) => tableOf(m, 'clusters'));
  const labels = labelsOf(tables);
  if (labels.length === 0) return null;
  const series = versionSeries(models);
  const row = (i: number, label: string) => tables[i]?.rows.find((r) => r.label === label);
  const rows: BarRow[] = labels.map((label) => ({
    label: `Cluster ${label}`,
    measures: models.map((_, i) => {
      const figure = figureOf(row(i, label), 'silhouette');
      return figure?.value == null ? null : { ...figure, value: figure.value };
    }),
  }));
  const known = labels.map((label) => figureOf(row(0, label), 'silhouette')?.value ?? 1);
  const weakest = known.indexOf(Math.min(...known));
  return (
    <div className="card">
      <Figure
        title="Silhouette of each cluster"
        sub="Near 1 = apart from the others, near 0 = between them"
        summary={`Cluster ${labels[weakest]} is the least clear: ${fixed(known[weakest] ?? 0, 2)}.`}
        columns={['Cluster', ...series.flatMap((s) => [`${s.label}, silhouette`, `${s.label}, share`])]}
        rows={labels.map((label) => [
          label,
          ...models.flatMap((_, i) => {
            const silhouette = figureOf(row(i, label), 'silhouette')?.value;
            const share = figureOf(row(i, label), 'share')?.value;
            return [
              silhouette == null ? DASH : fixed(silhouette, 3),
              share == null ? DASH : percent(share, 1),
            ];
          }),
        ])}
        height={intervalBarsHeight(rows.length, series.length)}
      >
        {(width) => (
          <>
            <Legend series={series} />
            <IntervalBars width={width} series={series} rows={rows} format={(n) => fixed(n, 2)} />
          </>
        )}
      </Figure>
    </div>
  );
}
