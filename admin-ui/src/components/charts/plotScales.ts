import { type ScaleLinear, scaleLinear } from 'd3-scale';

export interface Axis {
  domain: [number, number];
  label: string;
  format: (n: number) => string;
  /** About how many ticks. */
  ticks?: number;
}

export interface PlotScales {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const TOP = 26;
const BOTTOM = 44;
const RIGHT = 16;
const CHARACTER = 6.6;
const TICK_WIDTH = 62;

/** Round numbers on the axis, as many as are wanted but never so many that their names touch. @param room in pixels */
export function ticksOf(axis: Axis, room = Number.POSITIVE_INFINITY): number[] {
  const scale = scaleLinear().domain(axis.domain);
  const most = Math.max(2, Math.floor(room / TICK_WIDTH) + 1);
  let wanted = axis.ticks ?? 6;
  while (wanted > 1 && scale.ticks(wanted).length > most) wanted--;
  return scale.ticks(wanted);
}

/** Where the numbers of two axes lie on a drawing of that size; the left margin holds the longest tick. */
export function plotScales(x: Axis, y: Axis, width: number, height: number): PlotScales {
  const longest = Math.max(...ticksOf(y).map((t) => y.format(t).length), 2);
  const left = Math.round(longest * CHARACTER) + 14;
  const right = Math.max(left + 40, width - RIGHT);
  const bottom = height - BOTTOM;
  return {
    x: scaleLinear(x.domain, [left, right]),
    y: scaleLinear(y.domain, [bottom, TOP]),
    left,
    right,
    top: TOP,
    bottom,
  };
}

/** From the smallest to the largest number, with room for a tick at either end; never of no width. */
export function niceDomain(numbers: number[], from?: number): [number, number] {
  const finite = numbers.filter(Number.isFinite);
  const low = Math.min(from ?? Number.POSITIVE_INFINITY, ...finite);
  const high = Math.max(from ?? Number.NEGATIVE_INFINITY, ...finite);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const [a = 0, b = 1] = scaleLinear()
    .domain([low, high === low ? low + 1 : high])
    .nice(6)
    .domain();
  return [a, b];
}
