import { HttpResponse, http } from 'msw';
import type {
  Drift,
  DriftBin,
  DriftMeasure,
  DriftVerdict,
  Monitoring,
  RealisedScore,
  SubjectDrift,
} from '@/lib/api/monitoring';
import type { Backend } from '../backend';
import { ACTIONS, SEGMENTS } from '../strategy';

const CUSTOMERS = 1500;

const measure = (value: number, verdict: DriftVerdict): DriftMeasure => ({
  value,
  low: Math.max(0, value * 0.85 - 0.01),
  high: value * 1.15 + 0.005,
  noise: 0.016,
  verdict,
});

const bin = (
  kind: DriftBin['kind'],
  values: Partial<DriftBin>,
  reference: number,
  current: number,
): DriftBin => ({
  kind,
  category: null,
  from: null,
  to: null,
  ...values,
  reference,
  current,
});

export const INCOME: DriftBin[] = [
  bin('INTERVAL', { to: 19300 }, 0.3, 0.1),
  bin('INTERVAL', { from: 19300, to: 43800 }, 0.3, 0.2),
  bin('INTERVAL', { from: 43800 }, 0.25, 0.55),
  bin('MISSING', {}, 0.15, 0.15),
];

const REGION: DriftBin[] = [
  bin('CATEGORY', { category: 'North' }, 0.6, 0.5),
  bin('CATEGORY', { category: 'South' }, 0.4, 0.35),
  bin('CATEGORY', { category: 'Overseas' }, 0, 0.15),
];

const AGE: DriftBin[] = [bin('INTERVAL', { to: 30 }, 0.5, 0.49), bin('INTERVAL', { from: 30 }, 0.5, 0.51)];

export const drift = (
  bins: DriftBin[],
  psi: number | null,
  ks: number | null,
  verdict: DriftVerdict,
): Drift => ({
  customers: CUSTOMERS,
  referenceCustomers: psi === null ? 0 : 20855,
  bins,
  psi: psi === null ? null : measure(psi, verdict),
  ks: ks === null ? null : measure(ks, verdict),
  wasserstein: ks === null ? null : measure(ks * 2, verdict),
  verdict,
});

const days = (n: number) => new Date(Date.UTC(2026, 1, 20 + n)).toISOString();

const subject = (path: string, name: string, label: string, measured: Drift): SubjectDrift => ({
  subject: path,
  name,
  label,
  drift: measured,
  recent: [0.004, 0.006, measured.psi?.value ?? 0].map((psi, i) => ({
    at: days(i),
    psi,
    verdict: i < 2 ? 'STABLE' : measured.verdict,
  })),
});

const mix = (path: string, groups: { name: string; label: string }[]) => ({
  subject: path,
  recent: [],
  groups,
  drift: drift(
    groups.map(({ name }, i) =>
      bin('CATEGORY', { category: name }, 1 / groups.length, (1 + (i % 2 ? 0.1 : -0.1)) / groups.length),
    ),
    0.012,
    null,
    'STABLE',
  ),
});

const monitoring = (asOf: string): Monitoring => ({
  asOf,
  runs: 3,
  models: [
    {
      score: 'clv',
      label: 'Lifetime value',
      version: '1',
      hash: 'b81e02c4d1f7a0939be4',
      scores: subject('score/clv', 'clv', 'Lifetime value', drift(AGE, 0.003, 0.012, 'STABLE')),
      inputs: [
        subject('input/clv/age', 'age', 'Age', drift(AGE, 0.008, 0.02, 'STABLE')),
        subject(
          'input/clv/annual_income',
          'annual_income',
          'Annual income',
          drift(INCOME, 0.62, 0.36, 'DRIFT'),
        ),
        subject('input/clv/region', 'region', 'Region', drift(REGION, 0.18, null, 'WATCH')),
        subject('input/clv/sparse', 'sparse', 'Sparse', drift(AGE, null, null, 'NOT_ENOUGH_DATA')),
      ],
    },
  ],
  segments: mix(
    'mix/segments',
    SEGMENTS.map(({ name, label }) => ({ name, label })),
  ),
  actions: mix(
    'mix/actions',
    ACTIONS.map(({ id, name }) => ({ name: id, label: name })),
  ),
  realised: [realisedChurn(asOf), realisedValue(asOf)],
  nextComparison: { runAsOf: days(30), dueAt: days(395), transactionsUntil: asOf },
});

/** Risks that were a little too high for everybody. */
const realisedChurn = (asOf: string): RealisedScore => ({
  score: 'churn_risk',
  label: 'Churn risk',
  version: '1',
  hash: '5c1d9a77e0b2',
  kind: 'PROBABILITY',
  unit: '',
  runAsOf: '2025-02-20T00:00:00Z',
  measuredAt: asOf,
  quality: {
    customers: CUSTOMERS,
    happened: 412,
    figures: [
      { name: 'auc', value: 0.842, low: 0.818, high: 0.864 },
      { name: 'brier', value: 0.141, low: 0.131, high: 0.152 },
      { name: 'ece', value: 0.031, low: 0.014, high: 0.05 },
      { name: 'bias', value: 0.084, low: 0.012, high: 0.16 },
    ],
    deciles: Array.from({ length: 10 }, (_, i) => ({
      customers: CUSTOMERS / 10,
      predicted: 0.05 + i * 0.09,
      actual: 0.04 + i * 0.082,
    })),
    cuts: Array.from({ length: 101 }, (_, i) => ({
      threshold: i / 100,
      above: CUSTOMERS - 15 * i,
      happened: 412 - 4 * i,
    })),
    enough: true,
  },
  promised: [
    { name: 'auc', value: 0.871, low: 0.85, high: 0.89, baseline: 0.5 },
    { name: 'brier', value: 0.133, low: 0.12, high: 0.14, baseline: 0.2 },
  ],
});

/** Too few customers to tell. */
const realisedValue = (asOf: string): RealisedScore => ({
  ...realisedChurn(asOf),
  score: 'clv',
  label: 'Lifetime value',
  hash: 'b81e02c4d1f7a0939be4',
  kind: 'AMOUNT',
  unit: 'EUR',
  quality: { customers: 60, happened: null, figures: [], deciles: [], cuts: [], enough: false },
  promised: [],
});

/** One input has drifted, one is to be watched, one has nothing to compare with. */
export const monitoringHandlers = (backend: Backend) => [
  http.get('*/api/monitoring/retraining', () =>
    HttpResponse.json({
      onDrift: true,
      everyDays: 30,
      next: [{ score: 'clv', label: 'Lifetime value', dueAt: days(40) }],
    }),
  ),
  http.get('*/api/monitoring/realised', ({ request }) => {
    const score = new URL(request.url).searchParams.get('score');
    const hash = backend.models.find((m) => m.name === score && m.aliases.includes('CHAMPION'))?.hash ?? '';
    return HttpResponse.json(score === 'churn_risk' ? [{ ...realisedChurn(backend.now), hash }] : []);
  }),
  http.get('*/api/monitoring', () =>
    HttpResponse.json(
      backend.decided
        ? monitoring(backend.now)
        : {
            asOf: null,
            runs: 0,
            models: [],
            segments: null,
            actions: null,
            realised: [],
            nextComparison: null,
          },
    ),
  ),
];
