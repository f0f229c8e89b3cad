import { Figure } from '@/components/charts/Figure';
import { Legend } from '@/components/charts/Legend';
import { type Line, LinePlot, type XY } from '@/components/charts/LinePlot';
import { type Axis, niceDomain } from '@/components/charts/plotScales';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { curveOf } from './evidence';
import { useScoreText } from './useScoreText';
import { versionSeries } from './versionSeries';

const HEIGHT = 320;

/** What the score promised against what happened, in ten parts of the customers by rising score. */
export function CalibrationChart({ models }: { models: Model[] }) {
  const { integer } = useFormats();
  const { text, short } = useScoreText(models[0] as Model);
  const series = versionSeries(models);
  const curves = models.map((m) => curveOf(m, 'calibration')?.points ?? []);
  const lines = curves.flatMap((points, i): Line[] => {
    const look = series[i];
    return look && points.length > 0 ? [{ ...look, points: points.map(([x = 0, y = 0]): XY => [x, y]) }] : [];
  });
  const numbers = lines.flatMap((l) => l.points.flat());
  if (numbers.length === 0) return null;
  const probability = models[0]?.kind === 'PROBABILITY';
  const domain: [number, number] = probability ? [0, 1] : niceDomain(numbers, 0);
  const axis = (label: string): Axis => ({ domain, label, format: short, ticks: 5 });
  return (
    <div className="card">
      <Figure
        title="Calibration"
        sub="Mean score against what happened, in ten parts by rising score"
        summary={furthest(curves[0] ?? [], text)}
        columns={['Part', 'Version', 'Mean score', 'What happened', 'Rows']}
        rows={curves.flatMap((points, i) =>
          points.map(([x = 0, y = 0, rows = 0], part) => [
            part + 1,
            series[i]?.label ?? '',
            text(x),
            text(y),
            integer(rows),
          ]),
        )}
        height={HEIGHT}
      >
        {(width) => (
          <>
            <Legend series={lines} />
            <LinePlot
              width={width}
              height={HEIGHT}
              x={axis('Mean score')}
              y={axis('What happened')}
              lines={lines}
              reference={{ from: [domain[0], domain[0]], to: [domain[1], domain[1]], label: 'as promised' }}
              dots
              read={{
                label: 'Points of the calibration',
                text: (line, i) => {
                  const [x = 0, y = 0] = line.points[i] ?? [];
                  const whose = lines.length > 1 ? `${line.label}, ` : '';
                  return `${whose}part ${i + 1}: mean score ${text(x)}, ${text(y)} happened`;
                },
              }}
            />
          </>
        )}
      </Figure>
    </div>
  );
}

function furthest(points: number[][], text: (n: number) => string): string {
  const off = (p: number[]) => Math.abs((p[0] ?? 0) - (p[1] ?? 0));
  const [most] = points.toSorted((a, b) => off(b) - off(a));
  if (!most) return 'Nothing was measured.';
  return `At worst the score says ${text(most[0] ?? 0)} where ${text(most[1] ?? 0)} happened.`;
}
