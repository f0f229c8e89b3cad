import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Query, request } from './request';
import type { Page } from './types/page';

interface List<T> {
  queryKey: QueryKey;
  path: string;
  query?: Query;
  /** How many of them one page holds. */
  limit: number;
  /** While another list of the kind loads, the one before stays in sight. */
  keepPrevious?: boolean;
  /** Milliseconds until what is loaded is asked for again; false = not by itself. */
  refetchAfter?: (items: T[]) => number | false;
  /** Whether it is asked for at all. */
  enabled?: boolean;
}

const itemsOf = <T>(data: InfiniteData<Page<T>, unknown> | undefined): T[] =>
  data?.pages.flatMap((page) => page.items) ?? [];

/** A list of the server page by page: the items so far as data, and a way to the next ones. */
export function usePages<T>({
  queryKey,
  path,
  query,
  limit,
  keepPrevious,
  refetchAfter,
  enabled = true,
}: List<T>) {
  const found = useInfiniteQuery<
    Page<T>,
    Error,
    InfiniteData<Page<T>, string | null>,
    QueryKey,
    string | null
  >({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>(path, { query: { ...query, cursor: pageParam, limit }, signal }),
    initialPageParam: null,
    enabled,
    getNextPageParam: (page) => page.nextCursor,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: ({ state }) => refetchAfter?.(itemsOf(state.data)) ?? false,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isFetching, isLoading } =
    found;
  const { dataUpdatedAt } = found;
  return {
    data: useMemo(() => data && itemsOf(data), [data]),
    /** How many there are in all; null = the server does not count them. */
    total: data?.pages[0]?.total ?? null,
    error,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
    isFetching,
    isLoading,
    dataUpdatedAt,
  };
}

export type Pages<T> = ReturnType<typeof usePages<T>>;
