import type { Operator, Term } from '@/lib/api/types/condition';

const NUMBER: Operator[] = [
  'AT_LEAST',
  'AT_MOST',
  'GREATER_THAN',
  'LESS_THAN',
  'BETWEEN',
  'EQUALS',
  'NOT_EQUALS',
  'IS_MISSING',
  'IS_PRESENT',
];
const TEXT: Operator[] = ['EQUALS', 'NOT_EQUALS', 'ONE_OF', 'NOT_ONE_OF', 'IS_MISSING', 'IS_PRESENT'];

const number = (
  name: string,
  label: string,
  unit: string,
  origin: Term['origin'],
  range: [number, number] | null = null,
): Term => ({
  name,
  label,
  type: 'NUMBER',
  unit,
  minimum: range?.[0] ?? null,
  maximum: range?.[1] ?? null,
  values: [],
  description: '',
  origin,
  operators: NUMBER,
});

export const TERMS: Term[] = [
  number('churn_risk', 'Churn risk', 'probability', 'SCORE', [0, 1]),
  number('clv', 'Lifetime value', 'USD', 'SCORE'),
  number('loyalty_score', 'Loyalty score', 'points', 'ATTRIBUTE', [0, 10]),
  number('purchase_frequency', 'Purchases per year', 'purchases', 'ATTRIBUTE', [0, 365]),
  number('annual_income', 'Annual income', 'USD', 'ATTRIBUTE'),
  number('age', 'Age', 'years', 'ATTRIBUTE', [0, 120]),
  number('days_since_last_purchase', 'Days since last purchase', 'days', 'FEATURE'),
  number('spend_per_purchase', 'Spend per purchase', 'USD', 'FEATURE'),
  {
    name: 'region',
    label: 'Region',
    type: 'TEXT',
    unit: '',
    minimum: null,
    maximum: null,
    values: ['North', 'South', 'East', 'West'],
    description: 'Sales region of the billing address',
    origin: 'ATTRIBUTE',
    operators: TEXT,
  },
];
