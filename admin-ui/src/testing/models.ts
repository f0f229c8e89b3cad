import type {
  AdjustableSetting,
  Model,
  ModelAlias,
  ModelCard,
  Promotion,
  TrainingRecipe,
} from '@/lib/api/types/models';
import { evidenceOf } from './evidence';

type Made = Pick<ModelCard, 'score' | 'label' | 'kind' | 'unit' | 'metrics' | 'notices' | 'inputs'>;

const input = (name: string, use: number, ...computedFrom: string[]): ModelCard['inputs'][number] => ({
  name,
  type: 'NUMBER',
  use,
  ...(computedFrom.length > 0 ? { computedFrom } : {}),
});

const NOT_TESTED: Promotion = {
  state: 'NOT_TESTED',
  mayBePromoted: true,
  text: 'It has not met the champion.',
  belief: 'BELIEVED',
  doubts: [],
  champion: null,
  heldAt: null,
  contest: null,
};

/** A version that has not won against the champion. */
export const LOST: Promotion = {
  state: 'LOST',
  mayBePromoted: false,
  text: 'Its loss could be up to 0.031 larger than the champion’s.',
  belief: 'BELIEVED',
  doubts: [],
  champion: '27ffae90c334d2e1aa07',
  heldAt: '2026-03-03T09:40:12Z',
  contest: {
    loss: 'log_loss',
    customers: 412,
    champion: 0.482,
    challenger: 0.497,
    low: -0.004,
    high: 0.031,
    tolerance: 0,
    bias: 0.024,
    calibrationError: 0.031,
    outcome: 'LOST',
    reasons: ['Its loss could be up to 0.031 larger than the champion’s.'],
  },
};

/** A version with a card as a trainer writes it. */
export function makeModel(
  made: Made,
  version: string,
  hash: string,
  createdAt: string,
  aliases: ModelAlias[],
  settings: Record<string, string> = { depth: '3', trees: '100' },
): Model {
  return {
    name: made.score,
    label: made.label,
    kind: made.kind,
    unit: made.unit,
    version,
    hash,
    inputs: made.inputs.map((i) => i.name),
    metrics: made.metrics,
    aliases,
    createdAt,
    createdBy: 'system',
    note: null,
    archived: null,
    promotion: aliases.includes('CHAMPION')
      ? { ...NOT_TESTED, state: 'CHAMPION', mayBePromoted: false, text: 'It is the champion.' }
      : NOT_TESTED,
    card: {
      ...made,
      version,
      hash,
      description: `What ${made.label.toLowerCase()} means here.`,
      trainer: 'boosting',
      settings,
      seed: 20250630,
      data: {
        source: 'synthetic retailer',
        origin: 'SYNTHETIC',
        heldBack: false,
        target: 'what happened in the 12 months after the cut',
        asOf: '2025-06-30T00:00:00Z',
        horizonMonths: 12,
        customers: 2000,
        rows: 3210,
        hash: '1c2ce8f370af71cb',
      },
      protocol: '2 × 5 folds, out-of-fold scores.',
      ...evidenceOf(made.score),
    },
  };
}

export const CLV: Made = {
  score: 'clv',
  label: 'Lifetime value',
  kind: 'AMOUNT',
  unit: 'USD',
  metrics: [
    { name: 'r2', value: 0.842, low: 0.79, high: 0.88, baseline: 0 },
    { name: 'mae', value: 143.2, low: 121, high: 168, baseline: 512.4 },
  ],
  notices: ['Only 60 distinct rows'],
  inputs: [input('loyalty_score', 0.31), input('purchase_frequency', 0.52), input('annual_income', 0.08)],
};

export const CHURN: Made = {
  score: 'churn_risk',
  label: 'Churn risk',
  kind: 'PROBABILITY',
  unit: '',
  metrics: [
    { name: 'auc', value: 0.871, low: 0.82, high: 0.91, baseline: 0.5 },
    { name: 'f1', value: 0.816, low: 0.776, high: 0.846, baseline: 0 },
    { name: 'precision', value: 0.84, low: 0.8, high: 0.87, baseline: 0 },
  ],
  notices: [],
  inputs: [
    input('loyalty_score', 0.4),
    input('days_since_last_purchase', 0.6),
    input('income_per_year_of_age', 0, 'annual_income', 'age'),
  ],
};

const CLUSTER: Made = {
  score: 'cluster',
  label: 'Cluster',
  kind: 'CLUSTER',
  unit: '',
  metrics: [{ name: 'silhouette', value: 0.57, low: null, high: null, baseline: null }],
  notices: [],
  inputs: [input('age', 0.3), input('annual_income', 0.5), input('loyalty_score', 0.2)],
};

export const CHURN_HASH = '27ffae90c334d2e1aa07';
export const CLV_HASH = 'b81e02c4d1f7a0939be4';

/** The models of a new made-up server, all of them champions. */
export const shippedModels = (): Model[] => [
  makeModel(CHURN, '1', CHURN_HASH, '2026-02-18T11:02:00Z', ['CHAMPION']),
  makeModel(CLUSTER, '1', '5510dd7b02ac99e4d310', '2026-02-18T11:03:00Z', ['CHAMPION']),
  makeModel(CLV, '1', CLV_HASH, '2026-02-18T11:00:00Z', ['CHAMPION']),
];

const whole = (name: string, value: string, lowest: number, highest: number): AdjustableSetting => ({
  name,
  kind: 'WHOLE_NUMBER',
  value,
  lowest,
  highest,
  choices: [],
  description: `What ${name} do.`,
});

const plain = (
  name: string,
  kind: AdjustableSetting['kind'],
  value: string,
  choices: string[],
): AdjustableSetting => ({
  name,
  kind,
  value,
  lowest: null,
  highest: null,
  choices,
  description: `What ${name} does.`,
});

const SETTINGS: AdjustableSetting[] = [
  whole('trees', '100', 1, 2000),
  whole('depth', '3', 1, 8),
  whole('folds', '5', 2, 20),
  plain('resampling', 'CHOICE', 'none', ['none', 'weights', 'smote']),
  plain('increasing', 'FEATURES', 'loyalty_score', []),
];

export const RECIPES: TrainingRecipe[] = [CHURN, CLV].map((made) => ({
  score: made.score,
  label: made.label,
  description: `What ${made.label.toLowerCase()} means here.`,
  trainers: ['boosting'],
  target: 'what happened in the 12 months after the cut',
  features: made.inputs.map((i) => i.name),
  adjustable: [
    { trainer: 'boosting', features: made.inputs.map((i) => i.name), settings: SETTINGS, parts: [] },
  ],
  kind: made.kind,
  possible: true,
  because: '',
  customers: 4_000,
  own: { targets: [], columns: [], trainers: [] },
}));
