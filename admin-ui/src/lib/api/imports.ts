import { useInfiniteQuery } from '@tanstack/react-query';
import { isOver } from './jobs';
import { request } from './request';
import type { ImportRun } from './types/imports';
import type { Page } from './types/page';

export const importsKey = ['imports'] as const;

export const useImports = () =>
  useInfiniteQuery({
    queryKey: importsKey,
    queryFn: ({ pageParam, signal }) =>
      request<Page<ImportRun>>('/imports', { query: { cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((run) => !isOver(run.state))) ? 1_500 : false,
  });
