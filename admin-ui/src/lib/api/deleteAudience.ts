import { useMutation, useQueryClient } from '@tanstack/react-query';
import { audiencesKey } from './audiences';
import { request } from './request';

export function useDeleteAudience() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/audiences/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: audiencesKey }),
  });
}
