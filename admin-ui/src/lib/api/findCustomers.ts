import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { customersKey, fetchCustomers } from './customers';

/** The first few customers whose name or id begins so; for the command palette. */
export const useFindCustomers = (search: string) =>
  useQuery({
    queryKey: [...customersKey, 'find', search],
    queryFn: ({ signal }) => fetchCustomers({ search, segment: '', sort: '-clv' }, null, 8, signal),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
