import type { Score } from '@/lib/api/types/decision';
import type { Formats } from '@/lib/format';

/** A probability as a percentage; a small one with a digit after the point. */
export const chanceText = (share: number, f: Formats) => f.percent(share, share < 0.1 ? 1 : 0);

/** A score as a person reads it. */
export function scoreText({ kind, value }: Score, f: Formats): string {
  if (value === null) return 'No score';
  if (kind === 'PROBABILITY') return chanceText(value, f);
  return kind === 'AMOUNT' ? f.money(value) : f.integer(value);
}
