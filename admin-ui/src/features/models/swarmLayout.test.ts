import { swarm } from './swarmLayout';

const point = (amount: number) => ({ amount, rank: 0.5 });

it('dots at one place lie above and below each other, and never leave the row', () => {
  const dots = swarm(
    Array.from({ length: 40 }, () => point(3)),
    (n) => 10 * n,
    12,
  );
  expect(new Set(dots.map((d) => d.x))).toEqual(new Set([30]));
  expect(dots.slice(0, 5).map((d) => d.y)).toEqual([0, -3.5, 3.5, -7, 7]);
  expect(Math.max(...dots.map((d) => Math.abs(d.y)))).toBe(12);
});

it('dots far from each other stay in the middle', () => {
  expect(swarm([point(1), point(2), point(3)], (n) => 10 * n, 12).map((d) => d.y)).toEqual([0, 0, 0]);
});
