import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import type { Shape } from './shape';

/** Beyond which a change needs a second approver; null = no limit. */
export type Limits = Shape<'LimitsView'>;

/** One limit that a change goes beyond, in words. */
export type Excess = Shape<'Excess'>;

export type LimitsEdit = Pick<
  Limits,
  'segmentChanges' | 'actionChanges' | 'valueLoss' | 'costIncrease' | 'contacts'
> & { reason: string };

const limitsKey = ['publishing-limits'] as const;

export const useLimits = () =>
  useQuery({
    queryKey: limitsKey,
    queryFn: ({ signal }) => request<Limits>('/publishing/limits', { signal }),
  });

/** Changes the limits on top of the revision that was seen. What drafts need changes with them. */
export function useSaveLimits(revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LimitsEdit) =>
      request<Limits>('/publishing/limits', { method: 'PUT', body, ifMatch: `"${revision}"` }),
    onSuccess: async (limits) => {
      queries.setQueryData(limitsKey, limits);
      await Promise.all(
        [['draft'], ['simulation'], ['simulations']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
