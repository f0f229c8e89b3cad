import type { Shape } from '../shape';

export type Term = Shape<'TermView'>;

export type Operator = Term['operators'][number];

export interface Vocabulary {
  terms: Term[];
}

// The contract describes a condition as bare JSON; its form is written here.

/** Null, alone or in a list, = not filled in yet. */
export type ConditionValue = string | number | boolean | null | (string | number | null)[];

export interface TermCondition {
  term: string;
  operator: Operator;
  value?: ConditionValue;
}

/** Holds when the operator's guardrail of that name holds. */
export interface GuardrailCondition {
  guardrail: string;
}

export type Condition =
  | GuardrailCondition
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | TermCondition;

export type ConditionCount = Shape<'ConditionCount'>;
