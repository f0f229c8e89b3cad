import { extent, median } from 'd3-array';
import { type ScaleContinuousNumeric, scaleLinear, scaleSymlog } from 'd3-scale';

export interface Frame {
  width: number;
  height: number;
}

export const MARGIN = { left: 52, right: 18, top: 10, bottom: 38 };

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Scales {
  x: Scale;
  y: Scale;
  yTicks: number[];
}

const POWERS = [1, 3];

/** From which multiple of the typical amount the largest one needs an axis that is not linear. */
const WIDE = 6;

/**
 * Where probabilities and amounts fall in a frame. When a few amounts are far larger than the rest, the axis is linear
 * near zero and logarithmic above, so that neither the many small ones nor the few large ones share one spot.
 */
export function scatterScales(amounts: (number | null)[], { width, height }: Frame): Scales {
  const x = scaleLinear([0, 1], [MARGIN.left, width - MARGIN.right]);
  const known = amounts.filter((v): v is number => v !== null && Number.isFinite(v));
  const [low = 0, high = 1] = extent(known);
  const range = [height - MARGIN.bottom, MARGIN.top] as const;
  const typical = median(known.map(Math.abs)) ?? 0;
  if (typical > 0 && high > WIDE * typical) {
    const bend = typical / 4;
    const y = scaleSymlog([Math.min(0, low), high * 1.15], range).constant(bend);
    return { x, y, yTicks: [0, ...logTicks(bend, high * 1.15)] };
  }
  const y = scaleLinear([Math.min(0, low), high === low ? high + 1 : high * 1.05], range).nice(5);
  return { x, y, yTicks: y.ticks(5) };
}

function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const step of POWERS) {
      const tick = step * 10 ** power;
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

/** A rectangle in the data's units: a share of probability and of amount, ends included. */
export interface Range2d {
  x: [number, number];
  y: [number, number];
}

/** The rectangle between two corners in pixels, rounded to figures a person would type. */
export function rangeBetween(a: [number, number], b: [number, number], { x, y }: Scales): Range2d {
  const xs = [x.invert(a[0]), x.invert(b[0])].map((v) => Math.min(1, Math.max(0, v))) as [number, number];
  const ys = [y.invert(a[1]), y.invert(b[1])] as [number, number];
  return {
    x: [round(Math.min(...xs), 2), round(Math.max(...xs), 2)],
    y: [roundAmount(Math.min(...ys)), roundAmount(Math.max(...ys))],
  };
}

const round = (v: number, digits: number) => Number(v.toFixed(digits));
const roundAmount = (v: number) => (Math.abs(v) < 10 ? round(v, 1) : Math.round(v));
