import type { ThresholdCurve, ThresholdPoint } from '@/lib/api/draftDistribution';
import { bestOf, pointAt, snapped, stepOf } from './thresholdCurve';

const point = (threshold: number, expectedValue: number, reached = 0): ThresholdPoint => ({
  threshold,
  expectedValue,
  reached,
  meeting: 0,
  value: 0,
  contacts: 0,
  cost: 0,
  precision: null,
  recall: threshold,
});

const distribution = {
  low: 0,
  high: 1,
  now: point(0.55, 70, 33),
  curve: [point(0, 10, 100), point(0.5, 80, 40), point(1, 20, 0)],
} as ThresholdCurve;

it('a step is a round number of which about a hundred go from end to end', () => {
  expect(stepOf({ low: 0, high: 1 })).toBe(0.01);
  expect(stepOf({ low: 0, high: 4000 })).toBe(50);
  expect(stepOf({ low: 18, high: 98 })).toBe(1);
  expect(stepOf({ low: 3, high: 3 })).toBeGreaterThan(0);
});

it('a threshold is moved to a multiple of the step, and no further than the picture goes', () => {
  expect(snapped(0.30000000000000004, 0.01, distribution)).toBe(0.3);
  expect(snapped(1.7, 0.01, distribution)).toBe(1);
});

it('between two points the figures lie on the line; where it was asked they are exact', () => {
  expect(pointAt(distribution, 0.25).reached).toBe(70);
  expect(pointAt(distribution, 0.75).expectedValue).toBe(50);
  expect(pointAt(distribution, 0.55).reached).toBe(33);
  expect(pointAt(distribution, 0.25).precision).toBeNull();
  expect(pointAt(distribution, 0.25).recall).toBe(0.25);
});

it('the best threshold is that of the highest expected value, the present one when none is higher', () => {
  expect(bestOf(distribution).threshold).toBe(0.5);
  expect(bestOf({ ...distribution, now: point(0.55, 90) }).threshold).toBe(0.55);
});
