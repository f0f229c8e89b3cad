import { useMemo } from 'react';
import { useLiveStrategy } from './api/strategy';
import { SegmentPalette } from './segments';

/** The segments of the live strategy with their colours; empty until it has loaded. */
export function useSegments(): SegmentPalette {
  const { data } = useLiveStrategy();
  return useMemo(() => new SegmentPalette(data?.segments ?? []), [data]);
}
