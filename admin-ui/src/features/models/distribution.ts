import type { Bin } from '@/components/charts/Histogram';

/** The share of numbers below x, straight between the quantiles. */
export function shareBelow(quantiles: number[], x: number): number {
  const steps = quantiles.length - 1;
  const last = quantiles.findLastIndex((q) => q <= x);
  if (last < 0) return 0;
  if (last >= steps) return 1;
  const [from = 0, to = 0] = [quantiles[last], quantiles[last + 1]];
  return (last + (to > from ? (x - from) / (to - from) : 0)) / steps;
}

/** Parts of equal width and the share of numbers in each; what is beyond the last part is left out. */
export function binsOf(quantiles: number[], domain: [number, number], count: number): Bin[] {
  const width = (domain[1] - domain[0]) / count;
  return Array.from({ length: count }, (_, i) => {
    const from = domain[0] + i * width;
    const to = i === count - 1 ? domain[1] : from + width;
    const below = i === 0 && from >= (quantiles[0] ?? 0) ? 0 : shareBelow(quantiles, from);
    return { from, to, height: Math.max(0, shareBelow(quantiles, to) - below) };
  });
}
