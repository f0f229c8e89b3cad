import type { Shape } from '../shape';
import type { Condition } from './condition';

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

/** The parts of a strategy that a draft may change. A value not filled in yet is null. */
export interface DraftDocument {
  segments: { otherwise: string; segments: SegmentRule[] };
  actions: { fallback: string; channels: Channel[]; actions: ActionRule[] };
  engagement: { rules: EngagementRule[] };
  holdout: { salt: string; share: number };
}

export type DraftState = 'OPEN' | 'IN_REVIEW' | 'APPROVED' | 'PUBLISHED' | 'DISCARDED';

export interface DraftSummary {
  id: string;
  name: string;
  state: DraftState;
  revision: number;
  basedOn: string;
  basedOnVersion: number | null;
  createdAt: string;
  createdBy: string;
  changedAt: string;
  changedBy: string;
}

export interface DraftProblem {
  place: string;
  message: string;
}

export interface DraftChange {
  place: string;
  subject: string;
  /** Empty = the whole subject, which is new or gone. */
  field: string;
  before: string;
  after: string;
}

export interface DraftEvent {
  number: number;
  kind:
    | 'SUBMITTED'
    | 'COMMENTED'
    | 'CHANGES_ASKED'
    | 'APPROVED'
    | 'REOPENED'
    | 'PUBLISHED'
    | 'DISCARDED'
    | 'RESTORED';
  at: string;
  by: string;
  revision: number;
  strategyHash: string | null;
  simulation: string | null;
  /** What a comment is about; null = the whole. */
  place: string | null;
  text: string;
}

export interface DraftSimulation {
  id: string;
  strategyHash: string;
  createdAt: string;
  finished: boolean;
  changed: number | null;
  obstacle: string | null;
}

export interface DraftView extends DraftSummary {
  document: DraftDocument;
  upToDate: boolean;
  liveHash: string;
  liveVersion: number;
  strategyHash: string | null;
  problems: DraftProblem[];
  changes: DraftChange[];
  events: DraftEvent[];
  authors: string[];
  simulation: DraftSimulation | null;
}

export interface DraftRevision {
  revision: number;
  basedOn: string;
  document: DraftDocument;
  savedAt: string;
  savedBy: string;
}

/** What an author writes: the part of a draft that is saved as one. */
export interface DraftContent {
  name: string;
  basedOn: string;
  document: DraftDocument;
}

export interface SegmentEffect {
  id: string;
  sentence: string;
  matching: number;
  reached: number;
  live: number | null;
  value: number;
  takenBy: { segment: string; customers: number }[];
}

export interface ActionEffect {
  id: string;
  sentence: string;
  eligible: number;
  applicable: number;
  suitable: number;
  live: number | null;
}

export interface DraftEffect {
  asOf: string | null;
  customers: number;
  problems: DraftProblem[];
  segments: SegmentEffect[] | null;
  actions: ActionEffect[] | null;
}

/** Something in a draft that its authors hardly mean. */
export interface DraftFinding {
  kind: string;
  place: string;
  message: string;
  /** How many of the base it touches. */
  customers: number;
  /** Proven for all customers there can be, or so for those there are now. */
  basis: 'PROVEN' | 'BASE';
  /** Places it is about beside its own. */
  others: string[];
}

export interface DraftFindings {
  asOf: string;
  problems: DraftProblem[];
  findings: DraftFinding[];
}

export type Publication = Shape<'Publication'>;
