import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { apiUrl, request } from './request';
import type { Model } from './types/models';

export const modelsKey = ['models'] as const;

/** The file of a model as it was brought, byte for byte. */
export const modelFileUrl = (hash: string) => apiUrl(`/models/${encodeURIComponent(hash)}/pmml`);

/** Every version by score, newest first, those put away only on demand; with an instant, as the registry was then. */
export const useModels = (asOf: string | null = null, archived = false) =>
  useQuery({
    queryKey: [...modelsKey, asOf, archived],
    queryFn: ({ signal }) =>
      request<Model[]>('/models', { query: { asOf, ...(archived ? { archived: 'true' } : {}) }, signal }),
    placeholderData: keepPreviousData,
  });
