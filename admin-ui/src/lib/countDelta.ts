import type { Formats } from './format';

/** A difference of counts with its sign: "+1,204", "−80", "±0". */
export const countDelta = (by: number, { integer }: Formats) =>
  `${by > 0 ? '+' : by < 0 ? '−' : '±'}${integer(Math.abs(by))}`;
