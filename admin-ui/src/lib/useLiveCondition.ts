import type { Condition } from './api/types/condition';
import { useVocabulary } from './api/vocabulary';

export const termsOf = (condition: Condition): string[] => {
  if ('all' in condition) return condition.all.flatMap(termsOf);
  if ('any' in condition) return condition.any.flatMap(termsOf);
  if ('not' in condition) return termsOf(condition.not);
  return 'term' in condition ? [condition.term] : [];
};

const NONE: readonly string[] = [];

/**
 * A condition that can be counted as things are live; null when it asks for what only a draft knows, such as a new table.
 *
 * @param others scores that another model gives in a draft than the one that is live
 */
export function useLiveCondition(condition: Condition | null, others = NONE): Condition | null {
  const terms = useVocabulary().data?.terms;
  if (!condition || !terms) return condition;
  return termsOf(condition).every((name) => !others.includes(name) && terms.some((t) => t.name === name))
    ? condition
    : null;
}
