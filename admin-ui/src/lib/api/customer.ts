import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Customer } from './types/customers';

export const customerKey = (id: string) => ['customer', id] as const;

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: customerKey(id),
    queryFn: ({ signal }) => request<Customer>(`/customers/${encodeURIComponent(id)}`, { signal }),
    enabled: id !== '',
  });
