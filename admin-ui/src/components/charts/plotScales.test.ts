import { niceDomain, plotScales, ticksOf } from './plotScales';

const axis = (domain: [number, number]) => ({ domain, label: '', format: (n: number) => `${n}` });

it('what is drawn stays inside the axes, also on a phone', () => {
  const scales = plotScales(axis([0, 1]), axis([0, 100_000]), 300, 200);
  expect(scales.x(0)).toBe(scales.left);
  expect(scales.x(1)).toBe(scales.right);
  expect(scales.left).toBeGreaterThan(40);
  expect(scales.y(0)).toBe(scales.bottom);
  expect(scales.y(100_000)).toBe(scales.top);
});

it('ticks thin out where there is no room', () => {
  expect(ticksOf(axis([0, 1]), 150).length).toBeLessThanOrEqual(3);
  expect(ticksOf(axis([0, 4_000]), 385)).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
});

it('a domain is never of no width', () => {
  expect(niceDomain([])).toEqual([0, 1]);
  const [low, high] = niceDomain([5, 5]);
  expect(high).toBeGreaterThan(low);
  expect(niceDomain([2, 9.7], 0)).toEqual([0, 10]);
});
