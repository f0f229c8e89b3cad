import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { LiveStrategy } from './types/strategy';

export const strategyKey = ['strategy', 'live'] as const;

export const useLiveStrategy = (enabled = true) =>
  useQuery({
    queryKey: strategyKey,
    queryFn: ({ signal }) => request<LiveStrategy>('/strategies/live', { signal }),
    enabled,
  });
