import { Figure } from '@/components/charts/Figure';
import { Legend } from '@/components/charts/Legend';
import { type Line, LinePlot, type XY } from '@/components/charts/LinePlot';
import type { Axis } from '@/components/charts/plotScales';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { curveOf } from './evidence';
import { operatingPoints, shareOfOnes } from './operatingPoints';
import { versionSeries } from './versionSeries';

interface Props {
  models: Model[];
  /** The score from which on is acted; marked on the curve of the first version. */
  threshold?: number;
}

const HEIGHT = 320;

/** The share found against the share alarmed wrongly, over every threshold. */
export function RocChart({ models, threshold }: Props) {
  const { percent } = useFormats();
  const auc = (m: Model) => m.metrics.find((metric) => metric.name === 'auc')?.value;
  const best = auc(models[0] as Model);
  return (
    <ThresholdCurve
      models={models}
      threshold={threshold}
      curve="roc"
      title="ROC curve"
      sub="Share found against share alarmed wrongly, at every threshold"
      summary={
        best === undefined
          ? 'The further to the upper left, the better.'
          : `Of a random pair, the one whose target is 1 has the higher score in ${percent(best, 1)} of cases.`
      }
      xLabel="Alarmed wrongly"
      yLabel="Found"
      reference={{ from: [0, 0], to: [1, 1], label: 'by chance' }}
    />
  );
}

/** How many of those alarmed are right against the share found, over every threshold. */
export function PrecisionRecallChart({ models, threshold }: Props) {
  const { percent } = useFormats();
  const ones = shareOfOnes(models[0] as Model);
  return (
    <ThresholdCurve
      models={models}
      threshold={threshold}
      curve="precisionRecall"
      title="Precision and recall"
      sub="Share that is right against share found, at every threshold"
      summary={
        ones === null
          ? 'The further to the upper right, the better.'
          : `By chance ${percent(ones, 1)} would be right, whatever is found.`
      }
      xLabel="Recall: share found"
      yLabel="Precision: share that is right"
      {...(ones === null ? {} : { reference: { from: [0, ones], to: [1, ones], label: 'by chance' } })}
    />
  );
}

interface CurveProps {
  models: Model[];
  threshold: number | undefined;
  curve: 'roc' | 'precisionRecall';
  title: string;
  sub: string;
  summary: string;
  xLabel: string;
  yLabel: string;
  reference?: { from: XY; to: XY; label: string };
}

function ThresholdCurve({ models, threshold, curve, title, sub, summary, ...drawn }: CurveProps) {
  const { percent, fixed } = useFormats();
  const series = versionSeries(models);
  const lines = models.flatMap((model, i): Line[] => {
    const points = curveOf(model, curve)?.points.map(([x = 0, y = 0]): XY => [x, y]);
    const look = series[i];
    if (!points || !look) return [];
    return [{ ...look, points, marked: i === 0 ? markedAt(model, curve, threshold) : undefined }];
  });
  if (lines.length === 0) return null;
  const pointsOf = new Map(models.map((m, i) => [series[i]?.id, curveOf(m, curve)?.points]));
  const axis = (label: string): Axis => ({ domain: [0, 1], label, format: (n) => percent(n), ticks: 5 });
  return (
    <div className="card">
      <Figure
        title={title}
        sub={sub}
        summary={summary}
        columns={['Threshold', 'Version', drawn.xLabel, drawn.yLabel]}
        rows={models.flatMap((model, i) =>
          (curveOf(model, curve)?.points ?? []).map(([x = 0, y = 0, t = 0]) => [
            fixed(t, 3),
            series[i]?.label ?? '',
            percent(x, 1),
            percent(y, 1),
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
              x={axis(drawn.xLabel)}
              y={axis(drawn.yLabel)}
              lines={lines}
              read={{
                label: `Points of ${title}`,
                text: (line, i) => {
                  const [x = 0, y = 0, t = 0] = pointsOf.get(line.id)?.[i] ?? [];
                  const whose = lines.length > 1 ? `${line.label}, ` : '';
                  return `${whose}threshold ${fixed(t, 3)}: ${drawn.xLabel.toLowerCase()} ${percent(x, 1)}, ${drawn.yLabel.toLowerCase()} ${percent(y, 1)}`;
                },
              }}
              {...(drawn.reference ? { reference: drawn.reference } : {})}
            />
          </>
        )}
      </Figure>
    </div>
  );
}

function markedAt(model: Model, curve: CurveProps['curve'], threshold: number | undefined): XY | undefined {
  const point = operatingPoints(model).find((p) => p.threshold === threshold);
  if (!point) return undefined;
  if (curve === 'precisionRecall') return [point.recall, point.precision];
  return point.falsePositiveRate === null ? undefined : [point.falsePositiveRate, point.recall];
}
