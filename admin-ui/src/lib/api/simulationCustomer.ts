import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Decision } from './types/decision';

/** One customer as both strategies of a simulation decide, each with its reasons. */
export interface BothSides {
  before: Decision;
  after: Decision;
}

/** @param customer null = none is wanted yet */
export const useSimulationCustomer = (id: string, customer: string | null) =>
  useQuery({
    queryKey: ['simulation-customer', id, customer],
    queryFn: ({ signal }) =>
      request<BothSides>(
        `/simulations/${encodeURIComponent(id)}/customers/${encodeURIComponent(customer ?? '')}`,
        {
          signal,
        },
      ),
    enabled: customer !== null,
    staleTime: 60_000,
  });
