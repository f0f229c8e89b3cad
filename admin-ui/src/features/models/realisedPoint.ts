import type { RealisedScore } from '@/lib/api/monitoring';

type Quality = RealisedScore['quality'];
type Interval = [low: number, high: number];

/** What a threshold came to among customers of whom it is known whether it happened. */
export interface RealisedPoint {
  /** Share of the customers with at least the threshold. */
  above: number;
  /** Null where nobody has so high a score. */
  precision: number | null;
  precisionInterval: Interval | null;
  recall: number | null;
  recallInterval: Interval | null;
}

const Z = 1.959963984540054;

/** Wilson's score interval of a share at 95 %. */
export function wilson(of: number, all: number): Interval | null {
  if (all === 0) return null;
  const p = of / all;
  const z2 = Z * Z;
  const middle = (p + z2 / (2 * all)) / (1 + z2 / all);
  const reach = (Z * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all * all))) / (1 + z2 / all);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

/** At the cut nearest to the threshold; null where there are none. */
export function realisedAt({ cuts, customers, happened }: Quality, threshold: number): RealisedPoint | null {
  const [cut] = cuts.toSorted(
    (a, b) => Math.abs(a.threshold - threshold) - Math.abs(b.threshold - threshold),
  );
  if (!cut || happened === null || customers === 0) return null;
  return {
    above: cut.above / customers,
    precision: cut.above === 0 ? null : cut.happened / cut.above,
    precisionInterval: wilson(cut.happened, cut.above),
    recall: happened === 0 ? null : cut.happened / happened,
    recallInterval: wilson(cut.happened, happened),
  };
}
