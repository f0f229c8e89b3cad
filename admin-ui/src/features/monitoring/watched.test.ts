import type { DriftVerdict, ModelDrift, SubjectDrift } from '@/lib/api/monitoring';
import { watchedOf } from './watched';

const subject = (path: string, psi: number, verdict: DriftVerdict): SubjectDrift => ({
  subject: path,
  name: path.split('/').at(-1) ?? '',
  label: path,
  recent: [],
  drift: {
    customers: 500,
    referenceCustomers: 500,
    bins: [],
    psi: { value: psi, low: 0, high: 1, noise: 0.01, verdict },
    ks: null,
    wasserstein: null,
    verdict,
  },
});

const model = (score: string, ...inputs: SubjectDrift[]): ModelDrift => ({
  score,
  label: score,
  version: '1',
  hash: score,
  scores: subject(`score/${score}`, 0.001, 'STABLE'),
  inputs,
});

it('an input that models share stands once, unless they find it in different places', () => {
  const rows = watchedOf([
    model('clv', subject('input/clv/age', 0.02, 'STABLE'), subject('input/clv/region', 0.3, 'DRIFT')),
    model('churn', subject('input/churn/age', 0.02, 'STABLE'), subject('input/churn/region', 0.15, 'WATCH')),
  ]);
  expect(rows.map((row) => [row.name, row.drift.verdict, row.models.map((m) => m.score)])).toEqual([
    ['region', 'DRIFT', ['clv']],
    ['region', 'WATCH', ['churn']],
    ['clv', 'STABLE', ['clv']],
    ['churn', 'STABLE', ['churn']],
    ['age', 'STABLE', ['clv', 'churn']],
  ]);
  expect(rows.at(-1)?.subjects).toEqual(['input/clv/age', 'input/churn/age']);
});
