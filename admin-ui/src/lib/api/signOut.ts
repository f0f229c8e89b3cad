import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { replaceSession } from './session';

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('/session', { method: 'DELETE' }),
    onSuccess: () => replaceSession(queries, null),
  });
}
