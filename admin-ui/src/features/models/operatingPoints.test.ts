import { createBackend } from '@/testing/backend';
import { addModel } from '@/testing/handlers/models';
import { bestPoint, nearest, operatingPoints, outcome, shareOfOnes } from './operatingPoints';

const model = addModel(createBackend(), 'churn_risk', '2', []);
const points = operatingPoints(model);

it('every point holds what a count of its rows would give', () => {
  const ones = shareOfOnes(model) ?? 0;
  expect(ones).toBeCloseTo(0.4, 6);
  for (const p of points) {
    // Rightly above + wrongly above = above.
    const wrongly = (p.falsePositiveRate ?? 0) * (1 - ones);
    expect(p.recall * ones + wrongly).toBeCloseTo(p.above, 6);
  }
  expect(points[0]).toMatchObject({ threshold: 0, recall: 1, above: 1 });
});

it('thresholds rise, and with them fewer are above', () => {
  for (let i = 1; i < points.length; i++) {
    expect(points[i]?.threshold).toBeGreaterThan(points[i - 1]?.threshold ?? 1);
    expect(points[i]?.above).toBeLessThanOrEqual(points[i - 1]?.above ?? 0);
  }
  expect(points[nearest(points, 0.46)]?.threshold).toBe(0.5);
});

it('contacts cost, and those rightly contacted bring their share of the value', () => {
  const point = { threshold: 0.5, precision: 0.8, recall: 0.5, f1: 0.6, above: 0.1, falsePositiveRate: null };
  expect(outcome(point, 1000, { contactCost: 2, keptValue: 50, keptShare: 0.25 })).toEqual({
    contacts: 100,
    cost: 200,
    rightly: 80,
    gain: 800,
  });
});

it('free contacts are worth making to everybody, dear ones to the surest only', () => {
  expect(bestPoint(points, { contactCost: 0, keptValue: 100, keptShare: 1 })).toBe(0);
  const dear = bestPoint(points, { contactCost: 90, keptValue: 100, keptShare: 1 });
  expect(points[dear]?.threshold).toBe(0.9);
});
