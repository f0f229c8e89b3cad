import { Figure } from '@/components/charts/Figure';
import { type Bars, type Bin, Histogram } from '@/components/charts/Histogram';
import { Legend } from '@/components/charts/Legend';
import { niceDomain } from '@/components/charts/plotScales';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { curveOf } from './evidence';
import { useScoreText } from './useScoreText';
import { versionSeries } from './versionSeries';

const HEIGHT = 300;

/** Bars of a curve as shares of all rows for a common width, so that bars of different widths compare. */
function residualBins(points: number[][], width: number): Bin[] {
  const all = points.reduce((sum, [, , rows = 0]) => sum + rows, 0) || 1;
  return points.map(([from = 0, to = 0, rows = 0]) => ({
    from,
    to,
    height: ((rows / all) * width) / (to - from || 1),
  }));
}

/** By how much the score was wrong, and how often. */
export function ResidualsChart({ models }: { models: Model[] }) {
  const { percent, integer } = useFormats();
  const { text, short } = useScoreText(models[0] as Model);
  const series = versionSeries(models);
  const curves = models.map((m) => curveOf(m, 'residuals')?.points ?? []);
  const first = curves.find((points) => points.length > 0);
  if (!first) return null;
  const width = (first[0]?.[1] ?? 1) - (first[0]?.[0] ?? 0);
  const bars = curves.flatMap((points, i): Bars[] => {
    const look = series[i];
    return look && points.length > 0 ? [{ ...look, bins: residualBins(points, width) }] : [];
  });
  const ends = bars.flatMap((b) => b.bins.flatMap((bin) => [bin.from, bin.to]));
  const x: [number, number] = [Math.min(...ends), Math.max(...ends)];
  const heights = bars.flatMap((b) => b.bins.map((bin) => bin.height));
  const peak = bars[0]?.bins.toSorted((a, b) => b.height - a.height)[0];
  return (
    <div className="card">
      <Figure
        title="Residuals"
        sub="What happened less the score; the first and last bar hold all beyond"
        summary={
          peak
            ? `Most often, in ${percent(peak.height)} of rows, what happened less the score is ${text(peak.from)} to ${text(peak.to)}.`
            : ''
        }
        columns={['From', 'To', 'Version', 'Rows']}
        rows={curves.flatMap((points, i) =>
          points.map(([from = 0, to = 0, rows = 0]) => [
            text(from),
            text(to),
            series[i]?.label ?? '',
            integer(rows),
          ]),
        )}
        height={HEIGHT}
      >
        {(place) => (
          <>
            <Legend series={bars} />
            <Histogram
              width={place}
              height={HEIGHT}
              x={{ domain: x, label: 'What happened less the score', format: short }}
              y={{
                domain: niceDomain(heights, 0),
                label: bars.length > 1 ? `Share of rows for every ${text(width)}` : 'Share of rows',
                format: (n) => percent(n),
                ticks: 5,
              }}
              bars={bars}
              read={{
                label: 'Bars of the residuals',
                text: (one, i) => {
                  const bin = one.bins[i];
                  const whose = bars.length > 1 ? `${one.label}, ` : '';
                  return bin
                    ? `${whose}${text(bin.from)} to ${text(bin.to)}: ${percent(bin.height, 1)} of rows`
                    : '';
                },
              }}
              {...(x[0] < 0 && x[1] > 0 ? { at: { value: 0, label: 'exact' } } : {})}
            />
          </>
        )}
      </Figure>
    </div>
  );
}
