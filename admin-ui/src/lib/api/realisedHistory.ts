import { useQuery } from '@tanstack/react-query';
import type { RealisedScore } from './monitoring';
import { request } from './request';

/** What one score turned out to be worth, the latest run first. */
export const useRealisedHistory = (score: string) =>
  useQuery({
    queryKey: ['monitoring', 'realised', score],
    queryFn: ({ signal }) => request<RealisedScore[]>('/monitoring/realised', { query: { score }, signal }),
  });
