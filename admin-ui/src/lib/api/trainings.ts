import { useQuery } from '@tanstack/react-query';
import { isOver } from './jobs';
import { request } from './request';
import type { Shape, With } from './shape';
import type { Job } from './types/jobs';
import type { Page } from './types/page';

/** A training: who or what started it, and how its models met the champions of that time. */
export type TrainingRun = With<Shape<'TrainingView'>, { job: Job; made: Shape<'MadeVersion'>[] }>;

/** When models are trained again without anybody asking. */
export type RetrainingPlan = Shape<'RetrainingPlan'>;

export const trainingsKey = ['trainings'] as const;

const BUSY_MILLIS = 3_000;
const IDLE_MILLIS = 60_000;

/** The latest trainings, newest first; only for whoever may train. */
export const useTrainings = (limit: number, enabled = true) =>
  useQuery({
    queryKey: [...trainingsKey, limit],
    queryFn: ({ signal }) => request<Page<TrainingRun>>('/trainings', { query: { limit }, signal }),
    enabled,
    refetchInterval: (query) =>
      query.state.data?.items.some(({ job }) => !isOver(job.state)) ? BUSY_MILLIS : IDLE_MILLIS,
  });

export const useRetrainingPlan = () =>
  useQuery({
    queryKey: ['retraining-plan'],
    queryFn: ({ signal }) => request<RetrainingPlan>('/monitoring/retraining', { signal }),
  });
