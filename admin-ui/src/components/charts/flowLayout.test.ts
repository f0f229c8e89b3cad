import { flowLayout, spread } from './flowLayout';

const flows = [
  { from: 'a', to: 'a', value: 60 },
  { from: 'b', to: 'a', value: 10 },
  { from: 'a', to: 'b', value: 20 },
  { from: 'b', to: 'b', value: 10 },
];

it('every band leaves and arrives within its groups, and none is lost', () => {
  const { left, right, bands } = flowLayout(['a', 'b'], flows, 110, 10);
  expect(bands.reduce((sum, band) => sum + band.value, 0)).toBe(100);
  expect(left.map((n) => [n.name, n.value, n.top, n.height])).toEqual([
    ['a', 80, 0, 80],
    ['b', 20, 90, 20],
  ]);
  expect(right.map((n) => n.value)).toEqual([70, 30]);
  for (const side of ['left', 'right'] as const) {
    const nodes = side === 'left' ? left : right;
    for (const node of nodes) {
      const mine = bands.filter((band) => (side === 'left' ? band.from : band.to) === node.name);
      const middle = mine.reduce((sum, band) => sum + band[side] * band.width, 0) / node.value;
      expect(middle).toBeCloseTo(node.top + node.height / 2);
    }
  }
});

it('a base of nobody draws nothing and divides by nothing', () => {
  const { left, bands } = flowLayout(['a'], [], 100, 10);
  expect(left).toEqual([{ name: 'a', value: 0, top: 0, height: 0 }]);
  expect(bands).toEqual([]);
});

it('names of small groups that lie together stand apart and stay in the chart', () => {
  expect(spread([5, 12, 40, 200], 30, 10, 210)).toEqual([10, 40, 70, 200]);
  expect(spread([10, 195, 205], 30, 10, 210)).toEqual([10, 180, 210]);
});
