import type { MetricSummary } from '@/lib/api/types/models';

const SHARES = new Set(['r2', 'auc', 'f1', 'precision', 'recall', 'silhouette', 'stability']);

const place = (n: number) => `${Math.max(0, Math.min(1, n)) * 100}%`;

/** Where a measure from 0 to 1 lies with its interval, and where it was to lie; the figures beside it say the same. */
export function MeasureTrack({ metric, target }: { metric: MetricSummary; target: number | null }) {
  const { name, value, low, high } = metric;
  if (!SHARES.has(name)) return null;
  return (
    <div className="measure-track" aria-hidden>
      <i className="measure-fill" style={{ width: place(value) }} />
      {low !== null && high !== null && (
        <i
          className="measure-interval"
          style={{ insetInlineStart: place(low), width: `max(3px, calc(${place(high)} - ${place(low)}))` }}
        />
      )}
      {target !== null && <i className="measure-target" style={{ insetInlineStart: place(target) }} />}
    </div>
  );
}
