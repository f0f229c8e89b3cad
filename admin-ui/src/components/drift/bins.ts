import type { Drift, DriftBin } from '@/lib/api/monitoring';
import type { Formats } from '@/lib/format';

const DIGITS = 3;

/** A number as short as it can be told from its neighbours. */
function short(n: number, { number }: Formats): string {
  const before = Math.max(1, Math.ceil(Math.log10(Math.abs(n) + 1)));
  return number(n, Math.max(0, DIGITS - before));
}

/** Which values are in the part, in words. */
export function binLabel(bin: DriftBin, formats: Formats, category: (name: string) => string): string {
  const { from, to } = bin;
  if (bin.kind === 'MISSING') return 'Missing';
  if (bin.kind === 'OTHER') return 'Other new values';
  if (bin.kind === 'CATEGORY') return category(bin.category ?? '');
  if (from == null && to == null) return 'Any value';
  if (from == null) return `Below ${short(to ?? 0, formats)}`;
  if (to == null) return `Above ${short(from, formats)}`;
  return from === to ? short(from, formats) : `${short(from, formats)} – ${short(to, formats)}`;
}

/** The parts that some customer is in, then or now. */
export const inhabited = (drift: Drift): DriftBin[] =>
  drift.bins.filter((bin) => bin.reference > 0 || bin.current > 0);

/** The part that gained or lost most, in one sentence. */
export function largestMove(drift: Drift, formats: Formats, category: (name: string) => string): string {
  const bins = inhabited(drift);
  const [most] = bins.toSorted(
    (a, b) => Math.abs(b.current - b.reference) - Math.abs(a.current - a.reference),
  );
  if (!most || drift.psi === null) return 'There is nothing to compare with yet.';
  const share = (n: number) => formats.percent(n, 1);
  return `The largest change: ${binLabel(most, formats, category)} went from ${share(most.reference)} to ${share(most.current)} of the customers.`;
}
