import type { InputShares, ModelAttributions, SharesOfPart } from '@/lib/api/types/attributions';
import type { Model } from '@/lib/api/types/models';
import type { Backend } from './backend';
import { seeded } from './random';

const part = (
  what: Pick<SharesOfPart, 'kind'> & Partial<SharesOfPart>,
  rows: number,
  mean: number,
): SharesOfPart => ({
  category: null,
  from: null,
  to: null,
  ...what,
  rows,
  mean,
  low: mean - 0.1,
  high: mean + 0.1,
});

const input = (name: string, meanSize: number, rest: Partial<InputShares>): InputShares => ({
  input: name,
  meanSize,
  halfWidth: 0.01,
  correlation: null,
  hidden: false,
  parts: [],
  points: [],
  ...rest,
});

/** What drives a version's scores: one number that rises, a text, and an attribute whose values are not shown. */
export function attributionsOf(model: Model, backend: Backend): ModelAttributions {
  const random = seeded(5);
  const ranks = Array.from({ length: 60 }, () => random());
  return {
    asOf: backend.now,
    customers: 20_000,
    rows: 2000,
    explained: 2000,
    seed: 7,
    because: null,
    scale: model.kind === 'PROBABILITY' ? 'LOG_ODDS' : model.kind === 'CLUSTER' ? 'DISTANCE' : 'UNIT',
    baseline: -1.2,
    baselineScore: 0.23,
    inputs: [
      input('days_since_last_purchase', 0.7, {
        correlation: 0.95,
        parts: Array.from({ length: 12 }, (_, i) =>
          part({ kind: 'RANGE', from: i * 30 - 30, to: i * 30 + 30 }, 160, (i - 6) / 5),
        ),
        points: ranks.map((rank) => ({ amount: 2 * rank - 1, rank })),
      }),
      input('region', 0.2, {
        parts: [
          part({ kind: 'CATEGORY', category: 'North' }, 1200, 0.2),
          part({ kind: 'OTHERS' }, 700, -0.1),
          part({ kind: 'MISSING' }, 100, 0),
        ],
        points: ranks.map((rank) => ({ amount: rank / 5, rank: null })),
      }),
      input('name', 0.05, { hidden: true }),
    ],
    clusters: [],
  };
}
