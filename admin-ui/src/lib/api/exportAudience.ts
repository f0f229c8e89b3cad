import { useMutation, useQueryClient } from '@tanstack/react-query';
import { exportsKey } from './audienceExports';
import { audiencesKey } from './audiences';
import { jobsKey } from './jobs';
import { request } from './request';
import type { ExportRequest } from './types/audiences';
import type { Job } from './types/jobs';

/** Starts the export of an audience to a file; the answer is a job. */
export function useExportAudience(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ExportRequest) =>
      request<Job>(`/audiences/${encodeURIComponent(id)}/exports`, {
        method: 'POST',
        body,
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: exportsKey(id) }),
        queries.invalidateQueries({ queryKey: jobsKey }),
        queries.invalidateQueries({ queryKey: audiencesKey }),
      ]),
  });
}
