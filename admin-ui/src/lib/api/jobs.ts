import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Job, JobState } from './types/jobs';
import type { Page } from './types/page';

export const jobsKey = ['jobs'] as const;

export const isOver = (state: JobState) => state !== 'QUEUED' && state !== 'RUNNING';

const BUSY_MILLIS = 1_500;
const IDLE_MILLIS = 20_000;

/** The latest jobs; asked for often while one runs, seldom otherwise. */
export const useJobs = (enabled = true) =>
  useQuery({
    queryKey: jobsKey,
    queryFn: ({ signal }) => request<Page<Job>>('/jobs', { query: { limit: 30 }, signal }),
    enabled,
    refetchInterval: (query) =>
      query.state.data?.items.some((job) => !isOver(job.state)) ? BUSY_MILLIS : IDLE_MILLIS,
  });

/** Whether its numbers count rows; those of a training are parts of the whole, of which the percent tells enough. */
export const countsRows = (job: Job): boolean => job.kind !== 'TRAINING';
