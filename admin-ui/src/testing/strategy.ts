import type { Condition } from '@/lib/api/types/condition';

export interface SegmentRule {
  name: string;
  label: string;
  description: string;
  condition: Condition;
}

export interface ActionRule {
  id: string;
  name: string;
  description: string;
  kind: string;
  channel: string;
  lever: number;
  cost: number;
  condition: Condition;
}

const t = (
  term: string,
  operator: 'AT_LEAST' | 'AT_MOST' | 'LESS_THAN' | 'GREATER_THAN',
  value: number,
): Condition => ({
  term,
  operator,
  value,
});

/** First match wins, as in the product; the last one takes everybody left. */
export const SEGMENTS: SegmentRule[] = [
  {
    name: 'champions',
    label: 'Champions',
    description: 'Valuable and staying',
    condition: { all: [t('clv', 'AT_LEAST', 1_600), t('churn_risk', 'LESS_THAN', 0.25)] },
  },
  {
    name: 'at_risk',
    label: 'At risk',
    description: 'Worth keeping and likely to leave',
    condition: { all: [t('churn_risk', 'AT_LEAST', 0.6), t('clv', 'AT_LEAST', 500)] },
  },
  {
    name: 'hibernating',
    label: 'Hibernating',
    description: 'Small and nearly gone',
    condition: { all: [t('churn_risk', 'AT_LEAST', 0.6)] },
  },
  {
    name: 'loyal',
    label: 'Loyal',
    description: 'Come back often',
    condition: { any: [t('loyalty_score', 'AT_LEAST', 7), t('purchase_frequency', 'AT_LEAST', 15)] },
  },
  {
    name: 'promising',
    label: 'Promising',
    description: 'Can become loyal',
    condition: { all: [t('churn_risk', 'LESS_THAN', 0.4)] },
  },
  { name: 'steady', label: 'Steady', description: 'Everybody else', condition: { all: [] } },
];

export const ACTIONS: ActionRule[] = [
  {
    id: 'retention_call',
    name: 'Personal retention call',
    description: 'A call by the account team with a 15% loyalty credit',
    kind: 'OFFER',
    channel: 'phone',
    lever: 1.4,
    cost: 12,
    condition: {
      all: [
        t('churn_risk', 'AT_LEAST', 0.6),
        t('clv', 'AT_LEAST', 900),
        { any: [t('loyalty_score', 'LESS_THAN', 4.5), t('purchase_frequency', 'AT_MOST', 6)] },
      ],
    },
  },
  {
    id: 'winback_email',
    name: 'Win-back email',
    description: 'A voucher of 10 for the next order',
    kind: 'OFFER',
    channel: 'email',
    lever: 1,
    cost: 0.4,
    condition: { all: [t('churn_risk', 'AT_LEAST', 0.55), t('days_since_last_purchase', 'AT_LEAST', 60)] },
  },
  {
    id: 'early_access',
    name: 'Early-access invitation',
    description: 'First look at the new season',
    kind: 'MESSAGE',
    channel: 'email',
    lever: 1.1,
    cost: 0.2,
    condition: { all: [t('clv', 'AT_LEAST', 1_600), t('churn_risk', 'LESS_THAN', 0.25)] },
  },
  {
    id: 'bundle',
    name: 'Bundle recommendation',
    description: 'Goes with what they bought last',
    kind: 'MESSAGE',
    channel: 'app',
    lever: 0.9,
    cost: 0.1,
    condition: { all: [t('churn_risk', 'LESS_THAN', 0.5), t('purchase_frequency', 'AT_LEAST', 5)] },
  },
  {
    id: 'newsletter',
    name: 'Monthly newsletter',
    description: 'What is new, once a month',
    kind: 'MESSAGE',
    channel: 'email',
    lever: 0.3,
    cost: 0.05,
    condition: { all: [] },
  },
];

export const STRATEGY_HASH = '9f2c41d07ab35e86c1d2f4a99be07714c0d5a6e3f8b1927746aa01e3c5d8f902';

/** What is live on a new made-up server. */
export const liveVersion = {
  hash: STRATEGY_HASH,
  shortHash: STRATEGY_HASH.slice(0, 8),
  version: 1,
  publishedAt: '2026-02-20T14:05:00Z',
  publishedBy: 'system',
  challenger: null,
};
