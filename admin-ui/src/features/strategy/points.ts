import type { Formats } from '@/lib/format';

/** A difference of two shares in percentage points, with its sign: "+1.5 pts", "−0.2 pts", "±0 pts". */
export function points(by: number, { number }: Formats): string {
  const size = number(Math.abs(by) * 100, 1);
  if (Math.abs(by) < 0.0005) return '±0 pts';
  return `${by > 0 ? '+' : '−'}${size} pts`;
}
