import { useMutation, useQueryClient } from '@tanstack/react-query';
import { draftKey } from './draft';
import { jobsKey } from './jobs';
import { request } from './request';
import { simulationsKey } from './simulations';
import type { Job } from './types/jobs';

/** Decides every customer under a draft and under the live strategy; the job's id is also the simulation's. */
export function useSimulateDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<Job>(`/drafts/${encodeURIComponent(id)}/review/simulation`, {
        method: 'POST',
        idempotencyKey: crypto.randomUUID(),
      }),
    onSettled: () =>
      Promise.all(
        [jobsKey, simulationsKey, draftKey(id)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}
