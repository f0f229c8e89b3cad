import { useMutation, useQueryClient } from '@tanstack/react-query';
import { importsKey } from './imports';
import { jobsKey } from './jobs';
import { request } from './request';
import type { ImportRequest } from './types/imports';
import type { Job } from './types/jobs';

/** Starts an import or a dry run; the answer is a job whose id is also the import's. */
export function useStartImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ImportRequest) =>
      request<Job>('/imports', { method: 'POST', body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: importsKey }),
        queries.invalidateQueries({ queryKey: jobsKey }),
      ]),
  });
}
