import { useQuery } from '@tanstack/react-query';
import { customerKey } from './customer';
import { request } from './request';
import type { NearestChanges } from './types/nearestChanges';

/** What would have to be different about a customer for scores on the other side of the strategy's thresholds. */
export const useNearestChanges = (id: string) =>
  useQuery({
    queryKey: [...customerKey(id), 'nearest-changes'],
    queryFn: ({ signal }) =>
      request<NearestChanges>(`/customers/${encodeURIComponent(id)}/nearest-changes`, { signal }),
  });
