import { realisedAt, wilson } from './realisedPoint';

const quality = {
  customers: 200,
  happened: 50,
  figures: [],
  deciles: [],
  cuts: [
    { threshold: 0, above: 200, happened: 50 },
    { threshold: 0.5, above: 40, happened: 30 },
    { threshold: 1, above: 0, happened: 0 },
  ],
  enough: true,
};

it('the nearest cut tells precision and recall of what happened', () => {
  expect(realisedAt(quality, 0.48)).toMatchObject({ above: 0.2, precision: 0.75, recall: 0.6 });
  expect(realisedAt(quality, 1)).toMatchObject({ precision: null, precisionInterval: null, recall: 0 });
});

it('without cuts nothing is told', () => {
  expect(realisedAt({ ...quality, cuts: [] }, 0.5)).toBeNull();
});

it('the interval of a share is that of Wilson', () => {
  const [low, high] = wilson(30, 40) ?? [0, 0];
  expect(low).toBeCloseTo(0.598, 3);
  expect(high).toBeCloseTo(0.858, 3);
  expect(wilson(0, 0)).toBeNull();
});
