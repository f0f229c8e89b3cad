import { createContext, useContext, useMemo } from 'react';
import { useLiveStrategy } from './api/strategy';
import { useVocabulary } from './api/vocabulary';
import { useMay } from './SessionContext';
import { SegmentPalette } from './segments';
import { humanize } from './text';

/** Within it segments are those of a draft, not the live ones. */
export const SegmentsContext = createContext<SegmentPalette | null>(null);

/**
 * The segments with their colours; empty until they have loaded. Agents may not read the strategy: for them the segments
 * come from the vocabulary, which knows their names.
 */
export function useSegments(): SegmentPalette {
  const mayReadStrategy = useMay('ADMIN', 'MARKETER', 'APPROVER', 'ANALYST');
  const strategy = useLiveStrategy(mayReadStrategy).data;
  const terms = useVocabulary().data?.terms;
  const drafted = useContext(SegmentsContext);
  const live = useMemo(() => {
    if (mayReadStrategy) return new SegmentPalette(strategy?.segments ?? []);
    const names = terms?.find((t) => t.origin === 'SEGMENT')?.values ?? [];
    return new SegmentPalette(names.map((name) => ({ name, label: humanize(name), color: '' })));
  }, [mayReadStrategy, strategy, terms]);
  return drafted ?? live;
}
