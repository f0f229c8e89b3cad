import { useMemo, useState } from 'react';
import type { Term } from '@/lib/api/types/condition';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useVocabulary } from '@/lib/api/vocabulary';
import { useDocument } from '@/lib/draft/DraftContext';
import { readableBy } from '@/lib/draft/tableOrder';
import { tablesOf, tableTerms } from '@/lib/draft/tables';

/** What a table may ask about: what is known of a customer, the draft's segments, and what other tables give. */
export function useTerms(table: DecisionTable | undefined): Term[] | undefined {
  const terms = useVocabulary().data?.terms;
  const segments = useDocument((d) => d.segments.segments);
  const others = useKept(readableBy(table, useDocument(tablesOf)));
  return useMemo(() => {
    const values = segments.map((s) => s.id);
    const known = terms
      ?.filter((t) => t.origin !== 'TABLE')
      .map((t) => (t.origin === 'SEGMENT' ? { ...t, values } : t));
    return known && [...known, ...tableTerms(others)];
  }, [terms, segments, others]);
}

/** The list as it was while it holds the same: a key typed into this table must not draw all of it again. */
function useKept<T>(list: T[]): T[] {
  const [kept, keep] = useState(list);
  const same = kept.length === list.length && kept.every((item, i) => item === list[i]);
  if (!same) keep(list);
  return same ? kept : list;
}
