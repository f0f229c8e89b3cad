import type { Range2d } from '@/components/charts/scatterScales';
import type { Condition } from '@/lib/api/types/condition';
import type { Scores } from '@/lib/useScores';

/** The condition that selects exactly the rectangle, ends included. */
export function rangeCondition({ risk, value }: Pick<Scores, 'risk' | 'value'>, range: Range2d): Condition {
  return {
    all: [
      { term: risk.name, operator: 'BETWEEN', value: range.x },
      { term: value.name, operator: 'BETWEEN', value: range.y },
    ],
  };
}
