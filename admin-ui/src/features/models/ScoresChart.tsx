import { Figure } from '@/components/charts/Figure';
import { type Bars, Histogram } from '@/components/charts/Histogram';
import { type BarRow, IntervalBars, intervalBarsHeight } from '@/components/charts/IntervalBars';
import { Legend } from '@/components/charts/Legend';
import { niceDomain } from '@/components/charts/plotScales';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { binsOf } from './distribution';
import { useScoreText } from './useScoreText';
import { versionSeries } from './versionSeries';

const HEIGHT = 300;
const BINS = 12;
/** Of twenty-one quantiles the last but one: an amount's few largest would squeeze all others. */
const NEARLY_ALL = 19;

/** How the scores of the training rows were distributed. */
export function ScoresChart({ models }: { models: Model[] }) {
  if (models[0]?.kind === 'CLUSTER') return <ClusterShares models={models} />;
  return <ScoreHistogram models={models} />;
}

function ScoreHistogram({ models }: { models: Model[] }) {
  const { percent } = useFormats();
  const { text, short } = useScoreText(models[0] as Model);
  const series = versionSeries(models);
  const quantiles = models.map((m) => m.card.scores?.quantiles ?? []);
  const known = quantiles.filter((q) => q.length > 2);
  if (known.length === 0) return null;
  const probability = models[0]?.kind === 'PROBABILITY';
  const ends = known.flatMap((q) => [q[0] ?? 0, q[Math.min(NEARLY_ALL, q.length - 1)] ?? 0]);
  const domain: [number, number] = probability ? [0, 1] : niceDomain(ends);
  const bars = quantiles.flatMap((q, i): Bars[] => {
    const look = series[i];
    return look && q.length > 2 ? [{ ...look, bins: binsOf(q, domain, probability ? 10 : BINS) }] : [];
  });
  const [first] = known;
  const median = first?.[Math.floor(first.length / 2)] ?? 0;
  return (
    <div className="card">
      <Figure
        title="Scores"
        sub={
          probability
            ? 'Of the rows it was trained on'
            : `Of the rows it was trained on; the largest 5% reach up to ${text(Math.max(...known.map((q) => q.at(-1) ?? 0)))}`
        }
        summary={`Half of the scores are below ${text(median)}.`}
        columns={['From', 'To', ...bars.map((b) => b.label)]}
        rows={(bars[0]?.bins ?? []).map((bin, i) => [
          text(bin.from),
          text(bin.to),
          ...bars.map((b) => percent(b.bins[i]?.height ?? 0, 1)),
        ])}
        height={HEIGHT}
      >
        {(width) => (
          <>
            <Legend series={bars} />
            <Histogram
              read={{
                label: 'Bars of the scores',
                text: (one, i) => {
                  const bin = one.bins[i];
                  const whose = bars.length > 1 ? `${one.label}, ` : '';
                  return bin
                    ? `${whose}${text(bin.from)} to ${text(bin.to)}: ${percent(bin.height, 1)} of rows`
                    : '';
                },
              }}
              width={width}
              height={HEIGHT}
              x={{ domain, label: 'Score', format: short }}
              y={{
                domain: niceDomain(
                  bars.flatMap((b) => b.bins.map((bin) => bin.height)),
                  0,
                ),
                label: 'Share of rows',
                format: (n) => percent(n),
                ticks: 5,
              }}
              bars={bars}
            />
          </>
        )}
      </Figure>
    </div>
  );
}

function ClusterShares({ models }: { models: Model[] }) {
  const { percent } = useFormats();
  const series = versionSeries(models);
  const shares = models.map((m) => m.card.scores?.shares ?? {});
  const clusters = [...new Set(shares.flatMap(Object.keys))].toSorted((a, b) => Number(a) - Number(b));
  if (clusters.length === 0) return null;
  const share = (i: number, cluster: string) => shares[i]?.[cluster];
  const rows: BarRow[] = clusters.map((cluster) => ({
    label: `Cluster ${cluster}`,
    measures: models.map((_, i) => {
      const value = share(i, cluster);
      return value === undefined ? null : { value, low: null, high: null };
    }),
  }));
  return (
    <div className="card">
      <Figure
        title="Sizes of the clusters"
        sub="Share of the rows it was made from"
        summary={`${clusters.length} clusters; the largest has ${percent(Math.max(...Object.values(shares[0] ?? { 0: 0 })), 1)} of the rows.`}
        columns={['Cluster', ...series.map((s) => s.label)]}
        rows={clusters.map((cluster) => [
          cluster,
          ...models.map((_, i) => {
            const value = share(i, cluster);
            return value === undefined ? DASH : percent(value, 1);
          }),
        ])}
        height={intervalBarsHeight(rows.length, series.length)}
      >
        {(width) => (
          <>
            <Legend series={series} />
            <IntervalBars width={width} series={series} rows={rows} format={(n) => percent(n, 1)} />
          </>
        )}
      </Figure>
    </div>
  );
}
