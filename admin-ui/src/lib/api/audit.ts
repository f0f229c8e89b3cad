import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Page } from './types/page';
import type { AuditEvent } from './types/settings';

export interface AuditFilter {
  actor: string;
  kind: string;
}

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page<AuditEvent>>('/audit', { query: { ...filter, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
