import { useQuery } from '@tanstack/react-query';
import { modelsKey } from './models';
import { request } from './request';
import type { Shape } from './shape';

/** A publication of a strategy that pins a version of a model. */
export type PinnedIn = Shape<'PinnedIn'>;

/** Where a version decides and has decided, newest first. */
export const useModelUse = (hash: string) =>
  useQuery({
    queryKey: [...modelsKey, 'use', hash],
    queryFn: ({ signal }) =>
      request<PinnedIn[]>(`/models/${encodeURIComponent(hash)}/publications`, { signal }),
  });
