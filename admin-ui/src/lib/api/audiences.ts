import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Audience } from './types/audiences';
import type { Page } from './types/page';

export const audiencesKey = ['audiences'] as const;

export const useAudiences = () =>
  useInfiniteQuery({
    queryKey: audiencesKey,
    queryFn: ({ pageParam, signal }) =>
      request<Page<Audience>>('/audiences', { query: { cursor: pageParam, limit: 100 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
