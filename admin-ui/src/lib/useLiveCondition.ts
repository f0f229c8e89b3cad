import type { Condition } from './api/types/condition';
import { useVocabulary } from './api/vocabulary';

const termsOf = (condition: Condition): string[] => {
  if ('all' in condition) return condition.all.flatMap(termsOf);
  if ('any' in condition) return condition.any.flatMap(termsOf);
  if ('not' in condition) return termsOf(condition.not);
  return 'term' in condition ? [condition.term] : [];
};

/** A condition that can be counted as things are live; null when it asks for what only a draft knows, such as a new table. */
export function useLiveCondition(condition: Condition | null): Condition | null {
  const terms = useVocabulary().data?.terms;
  if (!condition || !terms) return condition;
  return termsOf(condition).every((name) => terms.some((t) => t.name === name)) ? condition : null;
}
