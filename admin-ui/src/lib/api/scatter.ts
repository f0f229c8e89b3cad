import { useQuery } from '@tanstack/react-query';
import { overviewKey } from './overview';
import { request } from './request';
import type { Scatter } from './types/overview';

/** The most points one picture asks for; a larger base is sampled by the server, which says how many there are. */
export const SCATTER_LIMIT = 10_000;

export const useScatter = (enabled: boolean) =>
  useQuery({
    queryKey: [...overviewKey, 'scatter', SCATTER_LIMIT],
    queryFn: ({ signal }) =>
      request<Scatter>('/overview/scatter', { query: { limit: SCATTER_LIMIT }, signal }),
    enabled,
  });
