import type { Model } from '@/lib/api/types/models';
import { createBackend } from '@/testing/backend';
import { reached, targetsOf, uncertain } from './targets';

const shipped = createBackend().models;
const named = (name: string) => shipped.find((m) => m.name === name) as Model;

it('what the recipe asked for is held against all rows and distinct rows', () => {
  const [f1, precision] = targetsOf(named('churn_risk'));
  expect(f1).toMatchObject({ metric: 'f1', above: true, number: 0.8, spreads: null });
  expect(f1 && reached(f1)).toBe('all-rows-only');
  expect(f1 && uncertain(f1)).toBe(true);
  expect(precision && reached(precision)).toBe('reached');
});

it('where nothing was asked for, the usual targets count', () => {
  const [r2] = targetsOf(named('clv'));
  expect(r2).toMatchObject({ metric: 'r2', number: 0.8, distinct: { value: 0.77 } });
  const [silhouette] = targetsOf(named('cluster'));
  expect(silhouette).toMatchObject({ number: 0.55, distinct: null });
  expect(silhouette && reached(silhouette)).toBe('reached');
});

it('an error is to be below a number of spreads of the target', () => {
  const model = structuredClone(named('clv'));
  const figure = (name: string) => ({ name, value: 12, baseline: 50, low: 10, high: 14 });
  model.card.evidence.tables.push({
    name: 'aims',
    title: '',
    rows: [{ label: 'rmse < 0.5 sd', figures: [figure('allRows'), figure('distinctRows')], verdict: '' }],
  });
  const [rmse] = targetsOf(model);
  expect(rmse).toMatchObject({ above: false, number: 50, spreads: 0.5 });
  expect(rmse && reached(rmse)).toBe('reached');
  expect(rmse && uncertain(rmse)).toBe(false);
});
