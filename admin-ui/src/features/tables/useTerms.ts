import { useMemo } from 'react';
import type { Term } from '@/lib/api/types/condition';
import { useVocabulary } from '@/lib/api/vocabulary';

/** What a table may ask about: everything known of a customer before tables and segments are decided. */
export function useTerms(): Term[] | undefined {
  const terms = useVocabulary().data?.terms;
  return useMemo(() => terms?.filter((t) => t.origin !== 'SEGMENT' && t.origin !== 'TABLE'), [terms]);
}
