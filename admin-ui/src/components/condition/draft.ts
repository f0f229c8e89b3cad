import type { Condition, ConditionValue, Operator, Term, TermCondition } from '@/lib/api/types/condition';
import { needsValue } from '@/lib/condition';
import { isShare } from '@/lib/terms';

/** A condition while it is edited: every node has an id, and a value may still be missing. */
export type Draft = DraftGroup | DraftTerm | DraftGuardrail | DraftOther;

export type Join = 'all' | 'any' | 'none';

export interface DraftGroup {
  kind: 'group';
  id: string;
  join: Join;
  items: Draft[];
  /** Written without a group of its own while it holds one test: as the test itself, or as {"not": test}. */
  bare?: boolean;
}

export interface DraftTerm {
  kind: 'term';
  id: string;
  term: string;
  operator: Operator;
  /** Undefined = there is no such member. */
  value: ConditionValue | undefined;
}

/** Asks whether a guardrail of the operator holds. */
export interface DraftGuardrail {
  kind: 'guardrail';
  id: string;
  name: string;
}

/** JSON that is no condition; it is kept as it is until somebody takes it out. */
export interface DraftOther {
  kind: 'other';
  id: string;
  json: unknown;
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
export function startingValue(
  term: Term,
  operator: Operator,
  before: ConditionValue | undefined,
): ConditionValue {
  if (!needsValue(operator)) return null;
  if (operator === 'BETWEEN') {
    const low = typeof before === 'number' && !Number.isNaN(before) ? before : (term.minimum ?? 0);
    return [low, Math.max(low, term.maximum ?? low)];
  }
  if (operator === 'ONE_OF' || operator === 'NOT_ONE_OF') {
    if (Array.isArray(before)) return before;
    return before === null || before === undefined || before === '' ? [] : [before as string | number];
  }
  const single = Array.isArray(before) ? (before[0] ?? null) : before;
  if (single !== null && single !== undefined && single !== '') return single;
  if (term.type === 'YES_NO') return true;
  if (term.type === 'TEXT') return term.values?.[0] ?? '';
  return isShare(term) ? 0.5 : (term.minimum ?? 0);
}

/** The condition a draft stands for; null while a value is missing or nothing is tested. */
export const toCondition = (draft: Draft): Condition | null => (isComplete(draft) ? toJson(draft) : null);

function isComplete(draft: Draft): boolean {
  if (draft.kind === 'group') return draft.items.length > 0 && draft.items.every(isComplete);
  if (draft.kind === 'guardrail') return draft.name !== '';
  if (draft.kind === 'other') return false;
  return !needsValue(draft.operator) || isFilledIn(draft.value);
}

function isFilledIn(value: ConditionValue | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isFilledIn);
  return value !== null && value !== undefined && value !== '' && !Number.isNaN(value);
}

/** The JSON of a draft, finished or not: what {@link fromJson} reads comes out again as it was. */
export function toJson(draft: Draft): Condition {
  if (draft.kind === 'other') return draft.json as Condition;
  if (draft.kind === 'guardrail') return { guardrail: draft.name };
  if (draft.kind === 'term') {
    const { term, operator, value } = draft;
    return value === undefined ? { term, operator } : { term, operator, value: writable(value) };
  }
  const items = draft.items.map(toJson);
  const alone = draft.bare && items.length === 1;
  if (draft.join === 'none') return { not: alone ? (items[0] as Condition) : { any: items } };
  if (alone) return items[0] as Condition;
  return draft.join === 'all' ? { all: items } : { any: items };
}

/** Where an item of a group stands in the group's JSON, as the server names places: "all/1", "not/any/0", "" = it is the whole. */
export function itemPlace({ join, items, bare }: DraftGroup, index: number): string {
  const alone = bare && items.length === 1;
  if (join === 'none') return alone ? 'not' : `not/any/${index}`;
  return alone ? '' : `${join}/${index}`;
}

/** JSON has no NaN: a number that is not filled in is null. */
function writable(value: ConditionValue): ConditionValue {
  if (Array.isArray(value)) return value.map((v) => (Number.isNaN(v) ? null : v));
  return Number.isNaN(value) ? null : value;
}

/** A condition as the builder edits it; what is not a group stands in one. */
export function fromJson(condition: Condition): DraftGroup {
  const read = readNode(condition);
  return read.kind === 'group' ? read : { ...newGroup('all', [read]), bare: true };
}

const MEMBERS = new Set(['term', 'operator', 'value']);

function readNode(json: unknown): Draft {
  const node = typeof json === 'object' && json !== null ? json : {};
  const names = Object.keys(node);
  if (names.length === 1) {
    if ('all' in node && Array.isArray(node.all)) return newGroup('all', node.all.map(readNode));
    if ('any' in node && Array.isArray(node.any)) return newGroup('any', node.any.map(readNode));
    if ('not' in node) return readNegation(node.not);
    if ('guardrail' in node && typeof node.guardrail === 'string') return newGuardrail(node.guardrail);
  }
  if (
    'term' in node &&
    typeof node.term === 'string' &&
    'operator' in node &&
    names.every((n) => MEMBERS.has(n))
  ) {
    const { term, operator, value } = node as TermCondition;
    return { kind: 'term', id: newId(), term, operator, value };
  }
  return { kind: 'other', id: newId(), json };
}

function readNegation(inner: unknown): DraftGroup {
  const read = readNode(inner);
  const group = read.kind === 'group' && read.join === 'any' && !read.bare;
  return group ? { ...read, join: 'none' } : { ...newGroup('none', [read]), bare: true };
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
