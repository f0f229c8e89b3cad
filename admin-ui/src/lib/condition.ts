import type { Condition, Operator, Term, TermCondition } from './api/types/condition';
import type { Formats } from './format';
import { valueText } from './terms';

export const OPERATOR_WORDS: Record<Operator, string> = {
  EQUALS: 'is',
  NOT_EQUALS: 'is not',
  LESS_THAN: 'is below',
  AT_MOST: 'is at most',
  GREATER_THAN: 'is above',
  AT_LEAST: 'is at least',
  BETWEEN: 'is between',
  ONE_OF: 'is one of',
  NOT_ONE_OF: 'is none of',
  IS_MISSING: 'is missing',
  IS_PRESENT: 'is present',
};

export const needsValue = (operator: Operator) => operator !== 'IS_MISSING' && operator !== 'IS_PRESENT';

/** The value of one test in words: "60%", "1,500 and 3,000", "North or South"; empty when the operator takes none. */
export function conditionValueText(c: TermCondition, term: Term | undefined, f: Formats): string {
  if (!needsValue(c.operator)) return '';
  if (!Array.isArray(c.value)) return valueText(term, c.value, f);
  const texts = c.value.map((v) => valueText(term, v, f));
  return c.operator === 'BETWEEN' ? texts.join(' and ') : texts.join(', ');
}

export const isGroup = (c: Condition): c is { all: Condition[] } | { any: Condition[] } =>
  'all' in c || 'any' in c;
