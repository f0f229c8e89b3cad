import type { Aggregation, DecisionTable, HitPolicy } from '@/lib/api/types/tables';

interface Policy {
  id: string;
  label: string;
  hitPolicy: HitPolicy;
  aggregation: Aggregation | null;
}

const policy = (label: string, hitPolicy: HitPolicy, aggregation: Aggregation | null = null): Policy => ({
  id: aggregation ? `${hitPolicy}/${aggregation}` : hitPolicy,
  label,
  hitPolicy,
  aggregation,
});

/** What a table answers when several of its rows hold. */
export const POLICIES: readonly Policy[] = [
  policy('The first row that holds counts', 'FIRST'),
  policy('The row with the highest-ranking result counts', 'PRIORITY'),
  policy('At most one row holds', 'UNIQUE'),
  policy('All rows that hold must agree', 'ANY'),
  policy('All rows that hold are added up', 'COLLECT', 'SUM'),
  policy('The smallest of all rows that hold', 'COLLECT', 'MIN'),
  policy('The largest of all rows that hold', 'COLLECT', 'MAX'),
  policy('How many rows hold', 'COLLECT', 'COUNT'),
];

export const policyOf = ({ hitPolicy, aggregation }: DecisionTable): string =>
  aggregation ? `${hitPolicy}/${aggregation}` : hitPolicy;
