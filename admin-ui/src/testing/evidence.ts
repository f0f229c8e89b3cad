import type { Evidence, EvidenceFigure, EvidenceRow, ModelCard, RowRole } from '@/lib/api/types/models';

const figure = (
  name: string,
  value: number | null,
  low: number | null = null,
  high: number | null = null,
  baseline: number | null = null,
): EvidenceFigure => ({ name, value, baseline, low, high });

const row = (label: string, figures: EvidenceFigure[], verdict = '', role?: RowRole): EvidenceRow => ({
  label,
  figures,
  verdict,
  ...(role && { role }),
});

const aim = (label: string, asked: number, all: number, distinct: number, verdict: string) =>
  row(
    label,
    [
      figure('allRows', all, all - 0.04, all + 0.03, asked),
      figure('distinctRows', distinct, distinct - 0.09, distinct + 0.08, asked),
    ],
    verdict,
  );

/** Operating points of a made-up model on rows of which 40 % are ones: false positive rate, true positive rate, threshold. */
const ROC = [
  [0, 0, 1],
  [0.02, 0.3, 0.9],
  [0.05, 0.55, 0.7],
  [0.1, 0.8, 0.5],
  [0.3, 0.92, 0.3],
  [0.6, 0.98, 0.1],
  [1, 1, 0],
];

const ONES = 0.4;

const PRECISION_RECALL = ROC.slice(1).map(([fpr = 0, tpr = 0, threshold = 0]) => [
  tpr,
  (ONES * tpr) / (ONES * tpr + (1 - ONES) * fpr),
  threshold,
]);

const CALIBRATION = [
  [0.1, 0.08, 400],
  [0.3, 0.32, 400],
  [0.4, 0.41, 400],
  [0.5, 0.45, 400],
  [0.7, 0.74, 400],
];

const CHURN: Evidence = {
  findings: [],
  tables: [
    {
      name: 'outOfTime',
      title:
        'Learned as of 2024-06-30, measured on what customers did in the 365 days from 2025-06-30 on. Left out, because only a later value is known: loyalty_score.',
      rows: [
        row(
          'as the card measures, at the earlier cut, without what was not known then',
          [figure('auc', 0.862, 0.82, 0.9, 0.5), figure('brier', 0.121, 0.11, 0.132, 0.24)],
          '',
          'AT_CUT',
        ),
        row(
          'out of time, without what was not known then',
          [figure('auc', 0.853, 0.81, 0.89, 0.5), figure('brier', 0.152, 0.14, 0.164, 0.24)],
          'to be believed',
          'LATER',
        ),
      ],
      cut: { learned: '2024-06-30', measured: '2025-06-30', days: 365, leftOut: ['loyalty_score'] },
    },
    {
      name: 'aims',
      title: 'What was asked for against what was measured.',
      rows: [
        aim('f1 > 0.8', 0.8, 0.816, 0.79, 'not reached'),
        aim('precision > 0.75', 0.75, 0.84, 0.84, 'reached'),
      ],
    },
    {
      name: 'baselines',
      title: 'The same rows, the same folds.',
      rows: [
        row('this model', [figure('auc', 0.871, 0.82, 0.91), figure('lossChange', 0)]),
        row('share of ones', [figure('auc', 0.5), figure('lossChange', 1.06, 1.01, 1.11)], 'worse'),
      ],
    },
    {
      name: 'importance',
      title: 'Share of what the model explains that is lost when the feature is shuffled.',
      rows: [
        row('days_since_last_purchase', [figure('lostShare', 0.61, 0.55, 0.68)]),
        row('loyalty_score', [figure('lostShare', 0.38, 0.31, 0.44)]),
      ],
    },
    {
      name: 'options',
      title: 'The same rows learned from with other settings.',
      rows: [
        row('as chosen', [figure('auc', 0.871), figure('lossChange', 0)]),
        row('class weights', [figure('auc', 0.87), figure('lossChange', 0.054, 0.029, 0.078)], 'worse'),
        row('SMOTE', [figure('auc', 0.869), figure('lossChange', 0.069, 0.04, 0.096)], 'worse'),
        row(
          'L2 ÷ 10',
          [figure('auc', 0.87), figure('lossChange', 0.005, -0.001, 0.01)],
          'no clear difference',
        ),
      ],
    },
  ],
  curves: [
    { name: 'calibration', x: 'predicted', y: 'observed', z: 'rows', points: CALIBRATION },
    { name: 'roc', x: 'falsePositiveRate', y: 'truePositiveRate', z: 'threshold', points: ROC },
    { name: 'precisionRecall', x: 'recall', y: 'precision', z: 'threshold', points: PRECISION_RECALL },
  ],
};

const CLV: Evidence = {
  findings: [
    { kind: 'COPIES', text: 'Only 60 distinct rows', features: [], measured: false },
    {
      kind: 'GIVEAWAY',
      text: 'The feature loyalty_score tells the target by itself. It was left out.',
      features: ['loyalty_score'],
      measured: false,
    },
    {
      kind: 'NO_TIME',
      text: 'No hold-out by time was possible (there are no transactions), so nothing shows how the model does later than it was learned.',
      features: [],
      measured: false,
    },
  ],
  tables: [
    {
      name: 'copies',
      title: 'The same model measured three ways.',
      rows: [
        row('rows dealt singly', [figure('r2', 0.91, 0.88, 0.93)], 'not to be believed: copies leak'),
        row('copies kept together, all rows', [figure('r2', 0.842, 0.79, 0.88)], 'the metrics of this card'),
        row('copies kept together, each distinct row once', [figure('r2', 0.77, 0.66, 0.85)]),
      ],
    },
  ],
  curves: [
    {
      name: 'residuals',
      x: 'from',
      y: 'to',
      z: 'rows',
      points: [
        [-200, -100, 300],
        [-100, 0, 1200],
        [0, 100, 1300],
        [100, 200, 410],
      ],
    },
  ],
};

const CLUSTER: Evidence = {
  findings: [],
  tables: [
    {
      name: 'clusters',
      title: 'Silhouette of each cluster.',
      rows: ['1', '2', '3'].map((label, i) =>
        row(label, [
          figure('silhouette', 0.6 - i * 0.12, 0.5 - i * 0.12, 0.7 - i * 0.12),
          figure('share', 0.5 - i * 0.17),
        ]),
      ),
    },
  ],
  curves: [],
};

const QUANTILES = Array.from({ length: 21 }, (_, i) => (i / 20) ** 2);

/** What the trainer of a made-up model found out, and how its scores were distributed. */
export function evidenceOf(score: string): Pick<ModelCard, 'evidence' | 'scores'> {
  if (score === 'clv') {
    return {
      evidence: CLV,
      scores: { missing: 0, quantiles: QUANTILES.map((q) => q * 4000) },
    };
  }
  if (score === 'cluster') {
    return {
      evidence: CLUSTER,
      scores: { missing: 0, shares: { 1: 0.5, 2: 0.33, 3: 0.17 } },
    };
  }
  return { evidence: CHURN, scores: { missing: 0, quantiles: QUANTILES } };
}
