import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { draftDistributionQuery, type ThresholdPoint } from '@/lib/api/draftDistribution';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useStrategyDocument } from '@/lib/api/strategyDocument';
import type { DraftDocument } from '@/lib/api/types/drafts';
import { type Comparison, comparisonsOf } from '@/lib/draft/comparisons';

/** A comparison of the live strategy, and what it would come to at other thresholds. */
export interface ThresholdRule extends Comparison {
  /** Null until it has been counted. */
  now: ThresholdPoint | null;
  /** At every step measured, by rising threshold. */
  curve: ThresholdPoint[];
}

export interface ThresholdRules {
  strategy: string;
  document: DraftDocument;
  rules: ThresholdRule[];
  error: unknown;
}

/** The rules of the live strategy that compare a score with a number; counted one after the other, for the base may be large. */
export function useThresholdRules(score: string, enabled: boolean): ThresholdRules | null {
  const live = useLiveStrategy(enabled).data;
  const document = useStrategyDocument(enabled ? live?.hash : undefined).data;
  const comparisons = document ? comparisonsOf(document, score) : [];
  const [counted, setCounted] = useState(0);
  const answers = useQueries({
    queries: comparisons.map(({ place }, i) => ({
      ...draftDistributionQuery(live?.hash ?? '', document as DraftDocument, place),
      enabled: i <= counted,
    })),
  });
  const next = answers[counted];
  const goOn = next !== undefined && (next.isSuccess || next.isError);
  useEffect(() => {
    if (goOn) setCounted((n) => n + 1);
  }, [goOn]);
  if (!live || !document) return null;
  return {
    strategy: live.hash,
    document,
    rules: comparisons.map((comparison, i) => {
      const values = answers[i]?.data?.distribution?.values;
      return { ...comparison, now: values?.now ?? null, curve: values?.curve ?? [] };
    }),
    error: answers.find((a) => a.error)?.error ?? null,
  };
}

/** What a threshold would come to: between two steps as they lie on a straight line; null beyond what was measured. */
export function pointAt(curve: ThresholdPoint[], threshold: number): ThresholdPoint | null {
  const after = curve.findIndex((p) => p.threshold >= threshold);
  const right = curve[after];
  const left = curve[after - 1] ?? right;
  if (!left || !right) return null;
  const width = right.threshold - left.threshold;
  const share = width > 0 ? (threshold - left.threshold) / width : 0;
  const between = (of: (p: ThresholdPoint) => number) => of(left) + share * (of(right) - of(left));
  return {
    threshold,
    meeting: between((p) => p.meeting),
    reached: between((p) => p.reached),
    value: between((p) => p.value),
    contacts: between((p) => p.contacts),
    cost: between((p) => p.cost),
    expectedValue: between((p) => p.expectedValue),
    precision: null,
    recall: null,
  };
}
