// By hand: the contract describes a decision as a bare object, because it is stored and replayed byte for byte.
import type { ConditionValue, Operator } from './condition';

export interface Score {
  name: string;
  label: string;
  kind: 'AMOUNT' | 'PROBABILITY' | 'CLUSTER';
  unit: string;
  /** Null = the model gave none; the problem says why. */
  value: number | null;
  problem: string | null;
}

export interface Factors {
  propensity: number;
  contextWeight: number;
  value: number;
  lever: number;
  cost: number;
}

export interface RecommendedAction {
  rank: number;
  id: string;
  name: string;
  description: string;
  kind: string;
  channel: string;
  fallback: boolean;
  expectedValue: number;
  factors: Factors;
  reasons: string[];
  validDays: number;
}

export type NotRecommendedOutcome =
  | 'NOT_ELIGIBLE'
  | 'SUPPRESSED'
  | 'CONTACT_POLICY'
  | 'HELD_OUT'
  | 'NOT_WORTHWHILE'
  | 'NOT_NEEDED';

export interface NotRecommendedAction {
  id: string;
  name: string;
  channel: string;
  outcome: NotRecommendedOutcome;
  reason: string;
  /** Of CONTACT_POLICY: the limit, and the first day on which it does not forbid the action any more. */
  limit?: string;
  freeOn?: string;
}

export interface TraceCondition {
  text: string;
  term: string | null;
  label: string | null;
  operator: Operator | 'GUARDRAIL' | null;
  value: ConditionValue;
  actual: ConditionValue;
  met: boolean;
  group: 'all' | 'any' | 'not';
  depth: number;
  /** Which row of a decision table gave the value, and with what; left out = no table did. */
  because?: string;
}

export interface TraceRule {
  id: string;
  name: string;
  matched: boolean;
  conditions: TraceCondition[];
}

/** What each input adds to a score; baseline and attributions add up on the scale. */
export interface ScoreExplanation {
  score: string;
  label: string;
  /** Of a DISTANCE, the attributions say how much nearer the chosen cluster is than the next, whose number is baselineScore. */
  scale: 'UNIT' | 'LOG' | 'LOG_ODDS' | 'DISTANCE';
  baseline: number;
  baselineScore: number;
  sentence: string;
  attributions: { input: string; label: string; value: string; attribution: number }[];
}

/** What was recommended to one customer and why; one without reasons lacks what follows from inputs and strategy. */
export interface Decision {
  decisionId: string | null;
  customerId: string;
  asOf: string;
  strategyHash: string;
  /** Whose customer it is; null = one strategy decides for everybody. */
  arm: 'CHAMPION' | 'CHALLENGER' | null;
  modelHashes: Record<string, string>;
  scores: Score[];
  segment: { name: string; label: string; color: string };
  actions: RecommendedAction[];
  notRecommended?: NotRecommendedAction[];
  trace?: { segments: TraceRule[]; actions: TraceRule[]; scores: ScoreExplanation[] };
}
