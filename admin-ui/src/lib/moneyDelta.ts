import type { Formats } from './format';

/** A difference in money with its sign: "+$1,204", "−$80", "±$0". */
export function moneyDelta(by: number, { money }: Formats): string {
  const amount = money(Math.abs(by));
  return Math.abs(by) < 0.005 ? `±${amount}` : `${by > 0 ? '+' : '−'}${amount}`;
}
