import { useQueries, useQuery } from '@tanstack/react-query';
import { usePages } from './pages';
import { ApiError, apiUrl, request } from './request';
import type { Model, ModelSummary } from './types/models';

export const modelsKey = ['models'] as const;

/** The file of a model as it was brought, byte for byte. */
export const modelFileUrl = (hash: string) => apiUrl(`/models/${encodeURIComponent(hash)}/pmml`);

/**
 * Versions without their cards, those in use first, then the newest, those put away only on demand; with an instant, as the
 * registry was then.
 */
export const useModels = (asOf: string | null = null, archived = false) =>
  usePages<ModelSummary>({
    queryKey: [...modelsKey, 'list', asOf, archived],
    path: '/models',
    query: { asOf, ...(archived ? { archived: 'true' } : {}) },
    limit: 100,
    keepPrevious: true,
  });

/** The versions of one score that were not put away, those in use first, then the newest; with an instant, as it was then. */
export const useVersions = (score: string, asOf: string | null = null) =>
  usePages<ModelSummary>({
    queryKey: [...modelsKey, 'of', score, asOf],
    path: '/models',
    query: { score, asOf },
    limit: 100,
  });

const modelQuery = (hash: string | undefined, asOf: string | null) => ({
  queryKey: [...modelsKey, 'one', hash, asOf],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<Model>(`/models/${encodeURIComponent(hash ?? '')}`, { query: { asOf }, signal }),
  enabled: hash !== undefined,
});

/** Whether the server knows no such version; any other error says nothing about it. */
export const isUnknown = (error: Error | null): boolean => error instanceof ApiError && error.status === 404;

/** One version with its card, of what it was used as and what was said of it at an instant. */
export const useModel = (hash: string | undefined, asOf: string | null = null) =>
  useQuery(modelQuery(hash, asOf));

/** The same of several, as far as they have come. */
export const useModelsOf = (hashes: string[], asOf: string | null) =>
  useQueries({
    queries: hashes.map((hash) => modelQuery(hash, asOf)),
    combine: (found) => found.flatMap(({ data }) => data ?? []),
  });
