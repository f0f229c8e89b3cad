import type { Shape, With } from '../shape';

export type Term = Shape<'TermView', 'minimum' | 'maximum'>;

export type Operator = Term['operators'][number];

export interface Vocabulary {
  terms: Term[];
}

// The contract describes a condition as bare JSON; its form is written here.

export type ConditionValue = string | number | boolean | null | (string | number)[];

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

export type SampleCustomer = Shape<'SampleCustomer', 'name' | 'clv' | 'churnRisk'>;

export type ConditionCount = With<
  Shape<'ConditionCount', 'clv' | 'asOf'>,
  { bySegment: Shape<'SegmentCount'>[]; sample: SampleCustomer[] }
>;
