import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelsKey } from './models';
import { request } from './request';

interface Change {
  archived: boolean;
  reason: string;
}

/** Puts a version away that nobody uses, or takes it back. */
export function useArchiveModel(hash: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Change) =>
      request<void>(`/models/${encodeURIComponent(hash)}/archive`, { method: 'PUT', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: modelsKey }),
  });
}
