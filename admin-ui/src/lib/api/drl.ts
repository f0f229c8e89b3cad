import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import { strategyKey } from './strategy';

/** The DRL text generated from one rule of the live strategy. */
export const useDrl = (rule: string, enabled: boolean) =>
  useQuery({
    queryKey: [...strategyKey, 'drl', rule],
    queryFn: ({ signal }) => request<{ drl: string }>('/strategies/live/drl', { query: { rule }, signal }),
    enabled,
  });
