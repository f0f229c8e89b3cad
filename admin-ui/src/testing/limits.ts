import type { Excess, Limits } from '@/lib/api/limits';
import type { SimulationResult } from '@/lib/api/types/simulations';

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** The limits of segments and first actions that a simulation goes beyond: enough to show how they look. */
export function excessesOf(limits: Limits, { customers, segments, actions }: SimulationResult): Excess[] {
  const kinds = [
    ['SEGMENT_CHANGES', limits.segmentChanges, segments.moved / customers, 'another segment'],
    ['ACTION_CHANGES', limits.actionChanges, actions.moved / customers, 'another first action'],
  ] as const;
  return kinds.flatMap(([kind, limit, measured, what]) =>
    limit !== null && measured > limit
      ? [
          {
            kind,
            channel: null,
            limit,
            measured,
            text: `${percent(measured)} of the customers get ${what}; the limit is ${percent(limit)}.`,
          },
        ]
      : [],
  );
}
