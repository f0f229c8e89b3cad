import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiKeysKey } from './apiKeys';
import { request } from './request';

export function useDeleteApiKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: apiKeysKey }),
  });
}
