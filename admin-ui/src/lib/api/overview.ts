import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Overview } from './types/overview';

export const overviewKey = ['overview'] as const;

export const useOverview = () =>
  useQuery({
    queryKey: overviewKey,
    queryFn: ({ signal }) => request<Overview>('/overview', { signal }),
  });
