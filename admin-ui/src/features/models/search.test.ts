import { comparedWith, modelsSearch } from './search';

const versions = Array.from({ length: 14 }, (_, i) => ({ hash: `h${i}` }));

it('at most ten versions stand side by side, and unknown ones are passed over', () => {
  expect(comparedWith(undefined, versions)).toEqual([]);
  expect(comparedWith('h3,nobody,h1', versions).map((m) => m.hash)).toEqual(['h1', 'h3']);
  expect(comparedWith(versions.map((m) => m.hash).join(','), versions)).toHaveLength(9);
});

it('a number in the address that means nothing is passed over', () => {
  expect(modelsSearch.parse({ threshold: 7, contactCost: -1, keptShare: 0.5 })).toEqual({ keptShare: 0.5 });
});
