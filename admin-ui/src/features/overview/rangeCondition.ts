import type { Range2d } from '@/components/charts/scatterScales';
import type { Condition } from '@/lib/api/types/condition';

/** The condition that selects exactly the rectangle, ends included. */
export function rangeCondition(terms: string[], range: Range2d): Condition {
  const [risk = 'churn_risk', amount = 'clv'] = terms;
  return {
    all: [
      { term: risk, operator: 'BETWEEN', value: range.x },
      { term: amount, operator: 'BETWEEN', value: range.y },
    ],
  };
}
