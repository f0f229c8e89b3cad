import type { Condition, ConditionValue, Operator, Term } from '@/lib/api/types/condition';
import { needsValue } from '@/lib/condition';
import { isShare } from '@/lib/terms';

/** A condition while it is edited: every node has an id, and a value may still be missing. */
export type Draft = DraftGroup | DraftTerm | DraftGuardrail;

export type Join = 'all' | 'any' | 'none';

export interface DraftGroup {
  kind: 'group';
  id: string;
  join: Join;
  items: Draft[];
}

export interface DraftTerm {
  kind: 'term';
  id: string;
  term: string;
  operator: Operator;
  value: ConditionValue;
}

/** Asks whether a guardrail of the operator holds. */
export interface DraftGuardrail {
  kind: 'guardrail';
  id: string;
  name: string;
}

let next = 1;
const newId = () => `c${next++}`;

export const newGroup = (join: Join = 'all', items: Draft[] = []): DraftGroup => ({
  kind: 'group',
  id: newId(),
  join,
  items,
});

/** What a first test is about: how likely a customer leaves, else another score, else anything. */
export const firstTerm = (terms: Term[], riskScore: string): Term | undefined =>
  terms.find((t) => t.name === riskScore) ?? terms.find((t) => t.origin === 'SCORE') ?? terms[0];

/** A first test of a term: "at least" for numbers, else its first operator; and a value to start from. */
export function newTerm(term: Term): DraftTerm {
  const operator = term.operators.includes('AT_LEAST') ? 'AT_LEAST' : (term.operators[0] ?? 'EQUALS');
  return { kind: 'term', id: newId(), term: term.name, operator, value: startingValue(term, operator, null) };
}

export const newGuardrail = (name: string): DraftGuardrail => ({ kind: 'guardrail', id: newId(), name });

/** The value to start from under an operator: what was there if it still fits, else a sensible one. */
export function startingValue(term: Term, operator: Operator, before: ConditionValue): ConditionValue {
  if (!needsValue(operator)) return null;
  if (operator === 'BETWEEN') {
    const low = typeof before === 'number' ? before : (term.minimum ?? 0);
    return [low, Math.max(low, term.maximum ?? low)];
  }
  if (operator === 'ONE_OF' || operator === 'NOT_ONE_OF') {
    if (Array.isArray(before)) return before;
    return before === null || before === '' ? [] : [before as string | number];
  }
  const single = Array.isArray(before) ? (before[0] ?? null) : before;
  if (single !== null && single !== '') return single;
  if (term.type === 'YES_NO') return true;
  if (term.type === 'TEXT') return term.values?.[0] ?? '';
  return isShare(term) ? 0.5 : (term.minimum ?? 0);
}

/** The condition a draft stands for; null while a value is missing or nothing is tested. */
export function toCondition(draft: Draft): Condition | null {
  if (draft.kind === 'group') {
    const items = draft.items.map(toCondition);
    if (items.length === 0 || items.some((c) => c === null)) return null;
    const complete = items as Condition[];
    if (draft.join === 'none') return { not: { any: complete } };
    return draft.join === 'all' ? { all: complete } : { any: complete };
  }
  if (draft.kind === 'guardrail') return draft.name ? { guardrail: draft.name } : null;
  const { term, operator, value } = draft;
  if (!needsValue(operator)) return { term, operator };
  return complete(value) ? { term, operator, value } : null;
}

function complete(value: ConditionValue): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(complete);
  return value !== null && value !== '' && !(typeof value === 'number' && Number.isNaN(value));
}

/** The same tree with one node replaced, or taken out when the replacement is null. */
export function replace(group: DraftGroup, id: string, by: Draft | null): DraftGroup {
  return {
    ...group,
    items: group.items.flatMap((item) => {
      if (item.id === id) return by ? [by] : [];
      return item.kind === 'group' ? [replace(item, id, by)] : [item];
    }),
  };
}
