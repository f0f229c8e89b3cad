import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { toast } from '@/components/toast';
import { isOver } from '@/lib/api/jobs';
import type { Job, JobState } from '@/lib/api/types/jobs';

const WORDS: Partial<Record<JobState, string>> = {
  SUCCEEDED: 'is done',
  FAILED: 'failed',
  CANCELLED: 'was cancelled',
};

/** Says once when a job that was seen running ends, and lets every page fetch what it may have changed. */
export function useJobAnnouncements(jobs: Job[] | undefined) {
  const queries = useQueryClient();
  const seenRunning = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs ?? []) {
      if (!isOver(job.state)) {
        seenRunning.current.add(job.id);
      } else if (seenRunning.current.delete(job.id)) {
        toast(`${job.label} ${WORDS[job.state] ?? 'ended'}.`, job.state === 'FAILED' ? 'bad' : 'good');
        for (const key of [
          'overview',
          'customers',
          'customer',
          'strategy',
          'audiences',
          'imports',
          'models',
          'monitoring',
          'simulations',
          'simulation',
          'condition-count',
        ]) {
          void queries.invalidateQueries({ queryKey: [key] });
        }
      }
    }
  }, [jobs, queries]);
}
