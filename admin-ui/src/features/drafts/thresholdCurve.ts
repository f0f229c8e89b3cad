import type { ThresholdCurve, ThresholdPoint } from '@/lib/api/draftDistribution';

export const THRESHOLD_HEIGHT = 230;

const NUMBERS = ['meeting', 'reached', 'value', 'contacts', 'cost', 'expectedValue'] as const;
const SHARES = ['precision', 'recall'] as const;

/** About how many steps of the arrow keys go from one end of the picture to the other. */
const STEPS = 100;

/** A round number of which about a hundred go from one end to the other: 1, 2 or 5 times a power of ten. */
export function stepOf({ low, high }: Pick<ThresholdCurve, 'low' | 'high'>): number {
  const rough = (high > low ? high - low : Math.abs(high) || 1) / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough * 0.999) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** The nearest multiple of a step inside the picture, without the dust of binary fractions. */
export function snapped(
  n: number,
  step: number,
  { low, high }: Pick<ThresholdCurve, 'low' | 'high'>,
): number {
  const to = Math.round(n / step) * step;
  return Number(Math.max(low, Math.min(high, to)).toPrecision(12));
}

/** What a threshold comes to: as counted where it was asked about, else between the two points around it. */
export function pointAt({ curve, now }: ThresholdCurve, threshold: number): ThresholdPoint {
  if (threshold === now.threshold) return now;
  const after = curve.findIndex((p) => p.threshold >= threshold);
  const [a, b] = [curve[after - 1], curve[after]];
  if (after < 0) return { ...(curve.at(-1) ?? now), threshold };
  if (!a || !b) return { ...(b ?? now), threshold };
  const share = (threshold - a.threshold) / (b.threshold - a.threshold || 1);
  const between = (x: number, y: number) => x + share * (y - x);
  const point: ThresholdPoint = { ...a, threshold };
  for (const name of NUMBERS) point[name] = between(a[name], b[name]);
  for (const name of SHARES) {
    const [x, y] = [a[name], b[name]];
    point[name] = x === null || y === null ? null : between(x, y);
  }
  return point;
}

/** The threshold at which the first actions of everybody together are worth most; the present one if none beats it. */
export const bestOf = ({ curve, now }: ThresholdCurve): ThresholdPoint =>
  curve.reduce((best, p) => (p.expectedValue > best.expectedValue ? p : best), now);
