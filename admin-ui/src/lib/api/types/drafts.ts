import type { Shape, With } from '../shape';
import type { Condition } from './condition';
import type { Finding, Promotion } from './models';
import type { DecisionTable, Literal } from './tables';

// The contract describes the document as bare JSON; its form is that of the files under rules/ and is written here.

/** A number, or one that grows with scores: constant + coefficient × the product of the terms. */
export type Amount = number | { constant: number; coefficient: number; terms: string[] };

export interface SegmentRule {
  id: string;
  label: string;
  color: string;
  description: string;
  when: Condition;
}

export interface Channel {
  id: string;
  label: string;
  /** The attribute that must be yes; empty = the customer comes to us. */
  consent: string;
  weight: number;
}

export interface ActionRule {
  id: string;
  name: string;
  description: string;
  kind: string;
  channel: string;
  priority: number;
  propensity: Amount;
  value: Amount;
  cost: number;
  lever: number;
  validDays: number;
}

export type Stage = 'eligibility' | 'applicability' | 'suitability';

export type EngagementRule = { action: string } & Record<Stage, Condition>;

/** A customer as they were once, and what the strategy is meant to decide for them. */
export interface Example {
  id: string;
  why: string;
  asOf: string;
  customer: { attributes: Record<string, string | number | boolean>; purchases: Record<string, unknown> };
  /** Actions are those ranked first, more may follow; the others must not be recommended. */
  expected: { segment: string; actions: string[]; never: string[] };
}

/** How often customers may be contacted; a list left out narrows nothing. */
export interface ContactLimit {
  id: string;
  /** Left out = TOGETHER. EACH_ACTION: at most 1 is a quiet period before the same action comes again. */
  counts?: 'TOGETHER' | 'EACH_ACTION';
  most: number;
  days: number;
  channels?: string[];
  kinds?: string[];
  actions?: string[];
}

export interface ContactPolicy {
  limits: ContactLimit[];
  /** Actions that no limit holds back and none counts. */
  exempt?: string[];
}

/** The parts of a strategy that a draft may change. A value not filled in yet is null. */
export interface DraftDocument {
  segments: { otherwise: string; segments: SegmentRule[] };
  actions: { fallback: string; channels: Channel[]; actions: ActionRule[] };
  engagement: { rules: EngagementRule[] };
  holdout: { salt: string; share: number };
  /** Left out = none. */
  examples?: { examples: Example[] };
  /** Left out = none. */
  tables?: DecisionTable[];
  /** Left out = anybody at any time. */
  contact?: ContactPolicy;
  /** Hash of the version by the score that it gives; what is left out is as in the strategy behind the draft. */
  models?: Record<string, string>;
}

export type DraftSummary = Shape<'DraftSummary'>;

export type DraftState = DraftSummary['state'];

export type DraftProblem = Shape<'StrategyProblem'>;

export type DraftChange = Shape<'StrategyChange'>;

export type DraftEvent = Shape<'DraftEvent'>;

export type DraftSimulation = Shape<'DraftSimulation'>;

/** A model that a draft brings in, and whether it may be published without a reason of its own. */
export type NewModel = With<Shape<'Challenger'>, { findings: Finding[]; promotion: Promotion }>;

/** A model of a draft that has not scored the customers yet. */
export type ModelScoring = Shape<'ModelScoring'>;

export type DraftView = With<Shape<'DraftView'>, { document: DraftDocument; models: NewModel[] }>;

export type DraftRevision = With<Shape<'DraftRevision'>, { document: DraftDocument }>;

/** What an author writes: the part of a draft that is saved as one. */
export type DraftContent = With<Shape<'DraftContent'>, { document: DraftDocument }>;

export type SegmentEffect = Shape<'SegmentEffect'>;

export type ActionEffect = Shape<'ActionEffect'>;

/** A contact limit with the customers who have reached it. */
export type LimitEffect = Shape<'LimitEffect'>;

export type DraftEffect = Shape<'DraftEffect'>;

/** Something in a draft that its authors hardly mean. */
export type DraftFinding = Shape<'StrategyFinding'>;

export type DraftFindings = With<Shape<'DraftFindings'>, { gaps: TableGap[] }>;

/** Customers to whom a table gives nothing, and rows that would change that. */
export type TableGap = With<
  Shape<'TableGapView'>,
  { rows: With<Shape<'ProposedRowView'>, { then: Literal[] }>[] }
>;

/** What a draft decides for one of its examples. */
export type ExampleResult = Shape<'DecidedExample'>;

/** A segment or an action, whom it decides and how many examples stand for it. */
export type CoveredRule = Shape<'CoveredRule'>;

/** The same of a decision table, row by row. */
export type CoveredTable = Shape<'CoveredTable'>;

export type DraftCoverage = Shape<'DraftCoverage'>;

export type ExampleResults = Shape<'DraftExamplesView'>;

export type DraftDrl = Shape<'RuleDrl'>;

export type Publication = Shape<'Publication'>;
