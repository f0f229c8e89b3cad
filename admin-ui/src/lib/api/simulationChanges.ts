import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Page } from './types/page';
import type { SimulationChange } from './types/simulations';

/** Which of the customers who change; a part left out means all. */
export interface ChangeFilter {
  segmentBefore?: string | undefined;
  segmentAfter?: string | undefined;
  actionBefore?: string | undefined;
  actionAfter?: string | undefined;
}

/** Customers who get another segment or first action, in the order of their ids. */
export const useSimulationChanges = (id: string, filter: ChangeFilter) =>
  useInfiniteQuery({
    queryKey: ['simulation-changes', id, filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page<SimulationChange>>(`/simulations/${encodeURIComponent(id)}/changes`, {
        query: { ...filter, cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
