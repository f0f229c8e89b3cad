import { scatterScales } from './scatterScales';

const FRAME = { width: 500, height: 348 };

it('a few large amounts leave room for the many small ones, and every tick can be read', () => {
  const amounts = [...Array.from({ length: 99 }, (_, i) => 10 + i), 5_000];
  const { y, yTicks } = scatterScales(amounts, FRAME);
  expect(y(10) - y(100)).toBeGreaterThan(60);
  expect(yTicks[0]).toBe(0);
  const gaps = yTicks.slice(1).map((t, i) => y(yTicks[i] as number) - y(t));
  expect(Math.min(...gaps)).toBeGreaterThan(14);
});

it('amounts of one size keep a linear axis', () => {
  const { y } = scatterScales([100, 150, 200], FRAME);
  expect(y(50) - y(100)).toBeCloseTo(y(150) - y(200), 5);
});
