import { HttpResponse, http } from 'msw';
import type { Model } from '@/lib/api/types';

export const MODELS: Model[] = [
  {
    name: 'clv',
    label: 'Lifetime value',
    kind: 'AMOUNT',
    unit: 'USD',
    version: '1',
    hash: 'b81e02c4d1f7a0939be4',
    inputs: ['loyalty_score', 'purchase_frequency', 'annual_income'],
    metrics: [
      { name: 'r2', value: 0.842, low: 0.79, high: 0.88, baseline: 0 },
      { name: 'mae', value: 143.2, low: 121, high: 168, baseline: 512.4 },
    ],
    trainedAt: '2026-02-18T11:00:00Z',
    card: {
      algorithm: 'Gradient boosting',
      folds: 'Grouped, 5',
      rows: 238,
      notices: ['Only 60 distinct rows'],
    },
  },
  {
    name: 'churn_risk',
    label: 'Churn risk',
    kind: 'PROBABILITY',
    unit: null,
    version: '1',
    hash: '27ffae90c334d2e1aa07',
    inputs: ['loyalty_score', 'purchase_frequency', 'days_since_last_purchase'],
    metrics: [{ name: 'auc', value: 0.871, low: 0.82, high: 0.91, baseline: 0.5 }],
    trainedAt: '2026-02-18T11:02:00Z',
    card: null,
  },
  {
    name: 'cluster',
    label: 'Cluster',
    kind: 'CLUSTER',
    unit: null,
    version: '1',
    hash: '5510dd7b02ac99e4d310',
    inputs: ['age', 'annual_income', 'loyalty_score'],
    metrics: [{ name: 'silhouette', value: 0.57, low: null, high: null, baseline: null }],
    trainedAt: '2026-02-18T11:03:00Z',
    card: null,
  },
];

export const modelHandlers = () => [http.get('*/api/models', () => HttpResponse.json(MODELS))];
