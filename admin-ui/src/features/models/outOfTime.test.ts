import type { RowRole } from '@/lib/api/types/models';
import { CHURN, makeModel } from '@/testing/models';
import { measuredLater } from './outOfTime';

const figure = (name: string, value: number, low: number, high: number) => ({
  name,
  value,
  low,
  high,
  baseline: null,
});

function modelWith(later: [number, number, number], all = false) {
  const model = makeModel(CHURN, '1', 'a'.repeat(64), '2026-02-18T11:00:00Z', []);
  const row = (role: RowRole, ...auc: [number, number, number]) => ({
    label: 'in words',
    figures: [figure('auc', ...auc)],
    verdict: '',
    role,
  });
  const rows = [
    row('AT_CUT', 0.9, 0.88, 0.92),
    row('LATER', ...later),
    ...(all ? [row('LATER_KNOWING_TODAY', 0.97, 0.96, 0.98)] : []),
  ];
  const { evidence } = model.card;
  const tables = evidence.tables.filter((t) => t.name !== 'outOfTime');
  model.card = {
    ...model.card,
    evidence: { ...evidence, tables: [...tables, { name: 'outOfTime', title: '', rows }] },
  };
  return model;
}

it('a measure falls, holds or gets better only when the intervals do not meet', () => {
  const lasting = (...later: [number, number, number]) => measuredLater(modelWith(later))[0]?.lasting;
  expect(lasting(0.8, 0.78, 0.82)).toBe('falls');
  expect(lasting(0.87, 0.85, 0.89)).toBe('holds');
  expect(lasting(0.95, 0.94, 0.96)).toBe('better');
});

it('the figure measured later is the one to be believed, and those that know today come last', () => {
  const [auc] = measuredLater(modelWith([0.87, 0.85, 0.89], true));
  expect(auc?.lanes.map((lane) => [lane.how, lane.believed])).toEqual([
    ['This model, cross-validated', false],
    ['Its recipe at the earlier cut', false],
    ['The same, measured later', true],
    ['Later, knowing attributes of today', false],
  ]);
});
