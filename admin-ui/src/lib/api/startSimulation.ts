import { useMutation, useQueryClient } from '@tanstack/react-query';
import { jobsKey } from './jobs';
import { request } from './request';
import { simulationsKey } from './simulations';
import type { Job } from './types/jobs';

/** Tries models in the live strategy, named by the hash of each by its score; the answer is a job whose id is also the simulation's. */
export function useStartSimulation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (models: Record<string, string>) =>
      request<Job>('/simulations', {
        method: 'POST',
        body: { models },
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: jobsKey }),
        queries.invalidateQueries({ queryKey: simulationsKey }),
      ]),
  });
}
