import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { jobsKey } from './jobs';
import { request } from './request';
import type { Shape } from './shape';
import type { Job } from './types/jobs';

/** A version beside the champion: what it would have changed, run by run. */
export type Shadow = Shape<'ShadowView'>;

/** What both models' scores turned out to be worth. */
export type RealisedShadow = Shape<'RealisedShadow'>;

export const shadowsKey = ['shadows'];
const LOOK_AGAIN = 2000;

/** Every version that is watched. */
export const useShadows = () =>
  useQuery({
    queryKey: shadowsKey,
    queryFn: ({ signal }) => request<Shadow[]>('/shadows', { signal }),
    refetchInterval: ({ state }) => (state.data?.some((s) => s.underWay) ? LOOK_AGAIN : false),
  });

/** One version, be it watched or not. */
export const useShadow = (hash: string) =>
  useQuery({
    queryKey: [...shadowsKey, hash],
    queryFn: ({ signal }) => request<Shadow>(`/shadows/${encodeURIComponent(hash)}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.underWay ? LOOK_AGAIN : false),
  });

/** Compares a version with the champion over the base as the last run left it. */
export function useCompareShadow(hash: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<Job>(`/shadows/${encodeURIComponent(hash)}/comparisons`, {
        method: 'POST',
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: jobsKey }),
        queries.invalidateQueries({ queryKey: shadowsKey }),
      ]),
  });
}
