import { comparedHashes, comparedWith, modelsSearch } from './search';

const versions = Array.from({ length: 14 }, (_, i) => ({ hash: `h${i}` }));

it('at most ten versions stand side by side, and unknown ones are passed over', () => {
  expect(comparedWith(undefined, versions)).toEqual([]);
  expect(comparedWith('h3,nobody,h1', versions).map((m) => m.hash)).toEqual(['h1', 'h3']);
  expect(comparedWith(versions.map((m) => m.hash).join(','), versions)).toHaveLength(9);
});

it('hashes of an address are taken once, without the open one and no more than can be compared', () => {
  expect(comparedHashes(undefined, 'h0')).toEqual([]);
  expect(comparedHashes('h3,h0,,h3,h1', 'h0')).toEqual(['h3', 'h1']);
  expect(comparedHashes(versions.map((m) => m.hash).join(','), 'h0')).toHaveLength(9);
});

it('a number in the address that means nothing is passed over', () => {
  expect(modelsSearch.parse({ threshold: 7, contactCost: -1, keptShare: 0.5 })).toEqual({ keptShare: 0.5 });
});
