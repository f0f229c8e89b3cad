import { createContext, type ReactNode } from 'react';
import type { Operator, Term } from '@/lib/api/types/condition';
import type { DraftTerm } from './draft';

interface Pictured {
  /** Where it stands in the condition; empty = it is the whole. */
  place: string;
  test: DraftTerm;
  onChange: (value: number) => void;
}

/** Pictures of where a comparison divides the customers. Those in sight stay so when the condition is read anew, as by an undo. */
export interface Pictures {
  isOpen: (place: string) => boolean;
  toggle: (place: string) => void;
  draw: (of: Pictured) => ReactNode;
  /** How many meet a condition that cannot be counted as things are live. */
  count: (place: string) => ReactNode;
  /** Scores that another model gives here than the one that is live. */
  otherScores: readonly string[];
}

/** Whoever has such pictures offers them to the builder below; without, none is offered. */
export const TestPictures = createContext<Pictures | null>(null);

const THRESHOLDS = new Set<Operator>(['AT_LEAST', 'GREATER_THAN', 'AT_MOST', 'LESS_THAN']);

/** Whether a comparison divides the customers at one number. */
export const hasThreshold = ({ operator, value }: DraftTerm, term: Term | undefined): boolean =>
  term?.type === 'NUMBER' && THRESHOLDS.has(operator) && typeof value === 'number' && !Number.isNaN(value);
