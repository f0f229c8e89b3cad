import { binsOf, shareBelow } from './distribution';

it('the share below a number lies straight between the quantiles', () => {
  const quantiles = [0, 10, 20, 40, 80];
  expect(shareBelow(quantiles, -1)).toBe(0);
  expect(shareBelow(quantiles, 15)).toBeCloseTo(0.375);
  expect(shareBelow(quantiles, 60)).toBeCloseTo(0.875);
  expect(shareBelow(quantiles, 80)).toBe(1);
});

it('parts that cover all numbers hold all of them, many equal ones included', () => {
  const bins = binsOf([0, 0, 0, 5, 10], [0, 10], 4);
  expect(bins.reduce((sum, bin) => sum + bin.height, 0)).toBeCloseTo(1);
  expect(bins[0]?.height).toBeGreaterThan(0.5);
});
