import { useQuery } from '@tanstack/react-query';
import { modelsKey } from './models';
import { request } from './request';
import type { ModelAttributions } from './types/attributions';

/** What drives the scores of a version over the customers of the last run. */
export const useModelAttributions = (hash: string) =>
  useQuery({
    queryKey: [...modelsKey, 'attributions', hash],
    queryFn: ({ signal }) =>
      request<ModelAttributions>(`/models/${encodeURIComponent(hash)}/attributions`, { signal }),
  });
