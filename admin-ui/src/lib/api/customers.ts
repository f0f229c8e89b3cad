import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from './request';
import type { CustomerRow } from './types/customers';
import type { Page } from './types/page';

export type CustomerSort = 'clv' | '-clv' | 'churn_risk' | '-churn_risk' | 'name' | '-name' | 'id' | '-id';

export interface CustomerFilter {
  search: string;
  segment: string;
  sort: CustomerSort;
}

export const customersKey = ['customers'] as const;
export const PAGE_SIZE = 200;

export const fetchCustomers = (
  filter: CustomerFilter,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
) => request<Page<CustomerRow>>('/customers', { query: { ...filter, cursor, limit }, signal });

/** Customers page by page; while a new search runs, the rows of the one before stay in sight. */
export const useCustomers = (filter: CustomerFilter) =>
  useInfiniteQuery({
    queryKey: [...customersKey, filter],
    queryFn: ({ pageParam, signal }) => fetchCustomers(filter, pageParam, PAGE_SIZE, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
