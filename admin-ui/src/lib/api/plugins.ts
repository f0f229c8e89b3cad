import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Plugin } from './types/settings';

export const usePlugins = () =>
  useQuery({ queryKey: ['plugins'], queryFn: ({ signal }) => request<Plugin[]>('/plugins', { signal }) });
