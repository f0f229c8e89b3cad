import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { customersKey } from './customers';
import { request } from './request';
import type { CustomerRow } from './types/customers';
import type { Page } from './types/page';

/** The first few customers whose name or id begins so; for the command palette. */
export const useFindCustomers = (search: string) =>
  useQuery({
    queryKey: [...customersKey, 'find', search],
    queryFn: ({ signal }) =>
      request<Page<CustomerRow>>('/customers', { query: { search, limit: 8 }, signal }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
