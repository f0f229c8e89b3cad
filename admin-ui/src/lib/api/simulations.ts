import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Page } from './types/page';
import type { Simulation } from './types/simulations';

export const simulationsKey = ['simulations'] as const;

/** Newest first; asked for again while one has no result yet. */
export const useSimulations = () =>
  useInfiniteQuery({
    queryKey: simulationsKey,
    queryFn: ({ pageParam, signal }) =>
      request<Page<Simulation>>('/simulations', { query: { cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((s) => s.result === null)) ? 1_500 : false,
  });
