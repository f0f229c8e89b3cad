import type { Model } from '@/lib/api/types/models';
import { curveOf } from './evidence';

/** What acting on everybody from one score up does, as measured on rows not learned from. */
export interface OperatingPoint {
  threshold: number;
  precision: number;
  recall: number;
  f1: number;
  /** Share of all rows at or above the threshold. */
  above: number;
  falsePositiveRate: number | null;
}

/** The share of rows whose target is 1; null when the card does not say. */
export function shareOfOnes(model: Model): number | null {
  const points = curveOf(model, 'calibration')?.points ?? [];
  let ones = 0;
  let rows = 0;
  for (const [, observed = 0, count = 0] of points) {
    ones += observed * count;
    rows += count;
  }
  if (rows > 0) return ones / rows;
  // Where everybody is found, everybody is above the threshold: precision is then the share of ones.
  return curveOf(model, 'precisionRecall')?.points.find(([recall]) => recall === 1)?.[1] ?? null;
}

/** The points of the precision-recall curve by rising threshold. */
export function operatingPoints(model: Model): OperatingPoint[] {
  const curve = curveOf(model, 'precisionRecall');
  const ones = shareOfOnes(model);
  if (!curve || ones === null) return [];
  const rates = new Map(curveOf(model, 'roc')?.points.map(([fpr = 0, , t = 0]) => [t, fpr] as const));
  return curve.points
    .map(([recall = 0, precision = 0, threshold = 0]) => ({
      threshold,
      precision,
      recall,
      f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
      above: precision > 0 ? Math.min(1, (recall * ones) / precision) : 0,
      falsePositiveRate: rates.get(threshold) ?? null,
    }))
    .toSorted((a, b) => a.threshold - b.threshold);
}

/** Index of the point whose threshold is nearest. */
export function nearest(points: OperatingPoint[], threshold: number): number {
  let best = 0;
  points.forEach((p, i) => {
    const known = points[best]?.threshold ?? Number.POSITIVE_INFINITY;
    if (Math.abs(p.threshold - threshold) < Math.abs(known - threshold)) best = i;
  });
  return best;
}

/** The threshold a model was made with, else the one of the best F1. */
export function usualThreshold(model: Model, points: OperatingPoint[]): number {
  const set = Number(model.card.settings.threshold);
  if (Number.isFinite(set) && set > 0 && set < 1) return set;
  return points.toSorted((a, b) => b.f1 - a.f1)[0]?.threshold ?? 0.5;
}

export interface Stakes {
  contactCost: number;
  keptValue: number;
  keptShare: number;
}

export interface Outcome {
  contacts: number;
  cost: number;
  rightly: number;
  gain: number;
}

/** What contacting everybody above a point brings in a base of that size. */
export function outcome(point: OperatingPoint, customers: number, stakes: Stakes): Outcome {
  const contacts = point.above * customers;
  const rightly = contacts * point.precision;
  const cost = contacts * stakes.contactCost;
  return { contacts, cost, rightly, gain: rightly * stakes.keptShare * stakes.keptValue - cost };
}

/** Index of the point that brings most. */
export function bestPoint(points: OperatingPoint[], stakes: Stakes): number {
  const gains = points.map((p) => outcome(p, 1, stakes).gain);
  return gains.indexOf(Math.max(...gains));
}
