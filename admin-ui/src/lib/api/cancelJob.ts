import { useMutation, useQueryClient } from '@tanstack/react-query';
import { jobKey } from './job';
import { jobsKey } from './jobs';
import { request } from './request';

export function useCancelJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/jobs/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: (_data, _error, id) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: jobsKey }),
        queries.invalidateQueries({ queryKey: jobKey(id) }),
      ]),
  });
}
