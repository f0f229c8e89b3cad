import { CHURN, makeModel } from '@/testing/models';
import { measuredLater, timeCutOf } from './outOfTime';

const figure = (name: string, value: number, low: number, high: number) => ({
  name,
  value,
  low,
  high,
  baseline: null,
});

function modelWith(title: string, later: [number, number, number], all = false) {
  const model = makeModel(CHURN, '1', 'a'.repeat(64), '2026-02-18T11:00:00Z', []);
  const rows = [
    {
      label: 'as the card measures, at the earlier cut',
      figures: [figure('auc', 0.9, 0.88, 0.92)],
      verdict: '',
    },
    { label: 'out of time', figures: [figure('auc', ...later)], verdict: 'to be believed' },
    ...(all
      ? [{ label: 'out of time, all inputs', figures: [figure('auc', 0.97, 0.96, 0.98)], verdict: 'leaks' }]
      : []),
  ];
  const { evidence } = model.card;
  const tables = evidence.tables.filter((t) => t.name !== 'outOfTime');
  model.card = {
    ...model.card,
    evidence: { ...evidence, tables: [...tables, { name: 'outOfTime', title, rows }] },
  };
  return model;
}

it('the cut and what was left out are read from the title, and another wording gives none', () => {
  const title =
    'Learned as of 2025-06-30, measured on what customers did in the 365 days from 2026-06-30 on. Left out, because only a later value is known: age, region.';
  expect(timeCutOf(modelWith(title, [0.9, 0.88, 0.92]))).toEqual({
    learned: '2025-06-30',
    measured: '2026-06-30',
    days: 365,
    leftOut: ['age', 'region'],
  });
  expect(timeCutOf(modelWith('Measured some time', [0.9, 0.88, 0.92]))).toBeNull();
});

it('a measure falls, holds or gets better only when the intervals do not meet', () => {
  const lasting = (...later: [number, number, number]) => measuredLater(modelWith('', later))[0]?.lasting;
  expect(lasting(0.8, 0.78, 0.82)).toBe('falls');
  expect(lasting(0.87, 0.85, 0.89)).toBe('holds');
  expect(lasting(0.95, 0.94, 0.96)).toBe('better');
});

it('the figure measured later is the one to be believed, and those that know today come last', () => {
  const [auc] = measuredLater(modelWith('', [0.87, 0.85, 0.89], true));
  expect(auc?.lanes.map((lane) => [lane.how, lane.believed])).toEqual([
    ['This model, cross-validated', false],
    ['Its recipe at the earlier cut', false],
    ['The same, measured later', true],
    ['Later, knowing attributes of today', false],
  ]);
});
