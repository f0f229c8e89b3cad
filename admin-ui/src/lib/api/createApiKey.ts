import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiKeysKey } from './apiKeys';
import { request } from './request';
import type { Role } from './types/session';
import type { ApiKey } from './types/settings';

export interface NewApiKey {
  name: string;
  roles: Role[];
  expiresAt: string;
}

/** Creates a key; its secret is in the answer and nowhere else. */
export function useCreateApiKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewApiKey) => request<ApiKey & { key: string }>('/api-keys', { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: apiKeysKey }),
  });
}
