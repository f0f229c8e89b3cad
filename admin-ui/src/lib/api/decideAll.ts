import { useMutation, useQueryClient } from '@tanstack/react-query';
import { jobsKey } from './jobs';
import { request } from './request';
import type { Job } from './types/jobs';

/** Asks for a decision on the whole customer base; the answer is a job to watch. */
export function useDecideAll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<Job | undefined>('/decision-runs', {
        method: 'POST',
        body: {},
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: jobsKey }),
  });
}
