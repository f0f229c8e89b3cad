import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Model } from './types';

export const useModels = () =>
  useQuery({ queryKey: ['models'], queryFn: ({ signal }) => request<Model[]>('/models', { signal }) });
