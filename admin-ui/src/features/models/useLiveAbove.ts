import { useConditionCount } from '@/lib/api/countCondition';
import type { ConditionCount } from '@/lib/api/types/condition';
import type { Model } from '@/lib/api/types/models';
import { useVocabulary } from '@/lib/api/vocabulary';
import { useDebounced } from '@/lib/useDebounced';

export interface LiveAbove {
  /** Whether this version's scores are those of the base. */
  live: boolean;
  count: ConditionCount | undefined;
  error: unknown;
}

/** How many customers of the base have at least this score now; only the champion's scores are stored. */
export function useLiveAbove(model: Model, threshold: number): LiveAbove {
  const terms = useVocabulary().data?.terms;
  const scored = terms?.some((t) => t.name === model.name && t.origin === 'SCORE') ?? false;
  const live = scored && model.aliases.includes('CHAMPION');
  const value = useDebounced(threshold);
  const { data, error } = useConditionCount(live ? { term: model.name, operator: 'AT_LEAST', value } : null);
  return { live, count: live ? data : undefined, error };
}
