import type { Condition, ConditionValue, TermCondition } from '@/lib/api/types/condition';
import type { TraceCondition } from '@/lib/api/types/decision';
import type { Person } from './people';
import { TERMS } from './vocabulary';

const WORDS: Record<string, string> = {
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

export const actual = (term: string, person: Person): ConditionValue =>
  (person as unknown as Record<string, ConditionValue>)[term] ?? null;

/** Whether a customer meets a condition, as the real server would answer for complete data. */
export function meets(condition: Condition, person: Person): boolean {
  if ('all' in condition) return condition.all.every((c) => meets(c, person));
  if ('any' in condition) return condition.any.some((c) => meets(c, person));
  if ('not' in condition) return !meets(condition.not, person);
  if ('guardrail' in condition) return true;
  return termMet(condition, actual(condition.term, person));
}

function termMet({ operator, value }: TermCondition, is: ConditionValue): boolean {
  if (operator === 'IS_MISSING') return is === null;
  if (operator === 'IS_PRESENT') return is !== null;
  if (Array.isArray(value)) {
    if (operator === 'BETWEEN') return Number(is) >= Number(value[0]) && Number(is) <= Number(value[1]);
    return value.includes(is as string) === (operator === 'ONE_OF');
  }
  const a = Number(is);
  const b = Number(value);
  switch (operator) {
    case 'AT_LEAST':
      return a >= b;
    case 'AT_MOST':
      return a <= b;
    case 'GREATER_THAN':
      return a > b;
    case 'LESS_THAN':
      return a < b;
    case 'NOT_EQUALS':
      return is !== value;
    default:
      return is === value;
  }
}

const show = (term: string, value: ConditionValue | undefined): string => {
  if (Array.isArray(value)) return value.map((v) => show(term, v)).join(' and ');
  if (term === 'churn_risk') return `${Math.round(Number(value) * 100)}%`;
  return typeof value === 'number' ? value.toLocaleString('en') : String(value ?? '');
};

const termSentence = (c: TermCondition) =>
  `${TERMS.find((t) => t.name === c.term)?.label ?? c.term} ${WORDS[c.operator]} ${show(c.term, c.value)}`.trim();

export function sentence(condition: Condition): string {
  if ('all' in condition) return condition.all.map(sentence).join(' and ');
  if ('any' in condition) return `(${condition.any.map(sentence).join(' or ')})`;
  if ('not' in condition) return `not (${sentence(condition.not)})`;
  if ('guardrail' in condition) return `guardrail ${condition.guardrail} holds`;
  return termSentence(condition);
}

/** Every single test of a condition with what it found, in the order written. */
export function trace(
  condition: Condition,
  person: Person,
  group: TraceCondition['group'] = 'all',
  depth = 0,
): TraceCondition[] {
  if ('all' in condition) return condition.all.flatMap((c) => trace(c, person, 'all', depth + 1));
  if ('any' in condition) return condition.any.flatMap((c) => trace(c, person, 'any', depth + 1));
  if ('not' in condition) return trace(condition.not, person, 'not', depth + 1);
  if ('guardrail' in condition) return [];
  const is = actual(condition.term, person);
  return [
    {
      text: termSentence(condition),
      term: condition.term,
      label: TERMS.find((t) => t.name === condition.term)?.label ?? condition.term,
      operator: condition.operator,
      value: condition.value ?? null,
      actual: is,
      met: termMet(condition, is),
      group,
      depth,
    },
  ];
}
