import type { MetricSummary } from './api/types/models';
import type { Formats } from './format';
import { humanize } from './text';

const NAMES: Record<string, string> = {
  r2: 'R²',
  r_squared: 'R²',
  auc: 'AUC',
  roc_auc: 'AUC',
  f1: 'F1',
  mae: 'MAE',
  rmse: 'RMSE',
  brier: 'Brier',
  silhouette: 'Silhouette',
};

export const metricName = (name: string) => NAMES[name.toLowerCase()] ?? humanize(name);

export interface MetricText {
  name: string;
  value: string;
  /** Confidence interval as "0.71–0.86", when it is known. */
  interval: string | null;
}

/** A measure with three digits after the point, a large one without. */
export const measureText = (n: number, f: Formats): string =>
  Math.abs(n) >= 100 ? f.integer(n) : f.fixed(n, 3);

export function metricText(metric: MetricSummary, f: Formats): MetricText {
  const show = (n: number) => measureText(n, f);
  const { low, high } = metric;
  return {
    name: metricName(metric.name),
    value: show(metric.value),
    interval: low == null || high == null ? null : `${show(low)}–${show(high)}`,
  };
}
