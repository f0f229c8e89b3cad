import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Schema } from './types/schema';

export const useSchema = () =>
  useQuery({
    queryKey: ['schema'],
    queryFn: ({ signal }) => request<Schema>('/schema', { signal }),
    staleTime: 10 * 60_000,
  });
