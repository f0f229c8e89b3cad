import type { ScoreIntervals } from '@/lib/api/scoreIntervals';
import type { Score } from '@/lib/api/types/decision';
import { createFormats } from '@/lib/format';
import { intervalText } from './intervalText';

const formats = createFormats('en-US', 'USD');
const clv = (value: number): Score => ({
  name: 'clv',
  label: 'Lifetime value',
  kind: 'AMOUNT',
  unit: 'USD per 12 months',
  value,
  problem: null,
});
const level = (from: number, low: number, high: number) => ({
  from,
  low,
  high,
  coverage: 0.79,
  observed: null,
});

it('the interval is that of the level of the score, and never below nothing', () => {
  const byLevel: ScoreIntervals = {
    basis: 'BY_LEVEL',
    percent: 80,
    levels: [level(3, -4, 10), level(500, -300, 450)],
  };
  expect(intervalText(clv(2), byLevel, formats)?.short).toBe('80 of 100 alike: $0.00 to $12.00');
  expect(intervalText(clv(600), byLevel, formats)).toEqual({
    short: '80 of 100 alike: $300 to $1,050',
    full: 'Of customers with a score like this, 80 of 100 were to come out at $300 to $1,050. Measured, it held for at least 79%.',
  });
});

it('one width for all is called that', () => {
  const same: ScoreIntervals = { basis: 'SAME_FOR_ALL', percent: 80, levels: [level(0, -200, 200)] };
  expect(intervalText(clv(300), same, formats)?.short).toBe('80 of 100: $100 to $500, as wide for all');
});

it('of a probability the share of customers alike is told', () => {
  const shares: ScoreIntervals = {
    basis: 'OBSERVED_SHARE',
    percent: 95,
    levels: [{ from: 0, low: 0.28, high: 0.34, coverage: null, observed: 0.31 }],
  };
  const churn: Score = { ...clv(0.3), kind: 'PROBABILITY', unit: '' };
  expect(intervalText(churn, shares, formats)).toEqual({
    short: 'It happened to 28% to 34% of those alike',
    full: 'Of customers with a score like this whom the model had not learned from, it happened to 31% (95% interval 28% to 34%).',
  });
});

it('where nothing is known nothing is said', () => {
  expect(intervalText(clv(300), { basis: 'NONE', percent: 0, levels: [] }, formats)).toBeNull();
  expect(intervalText(clv(300), undefined, formats)).toBeNull();
});
