import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Page } from './types/page';
import type { ApiKey } from './types/settings';

export const apiKeysKey = ['api-keys'] as const;

export const useApiKeys = () =>
  useQuery({
    queryKey: apiKeysKey,
    queryFn: async ({ signal }) => {
      const found = await request<Page<ApiKey> | ApiKey[]>('/api-keys', { signal });
      return Array.isArray(found) ? found : found.items;
    },
  });
