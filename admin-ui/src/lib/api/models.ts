import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { apiUrl, request } from './request';
import type { Model } from './types/models';

export const modelsKey = ['models'] as const;

/** The file of a model as it was brought, byte for byte. */
export const modelFileUrl = (hash: string) => apiUrl(`/models/${encodeURIComponent(hash)}/pmml`);

/** Every version by score, newest first; with an instant, as the registry was then. */
export const useModels = (asOf: string | null = null) =>
  useQuery({
    queryKey: [...modelsKey, asOf],
    queryFn: ({ signal }) => request<Model[]>('/models', { query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });
