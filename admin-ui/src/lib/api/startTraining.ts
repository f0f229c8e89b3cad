import { useMutation, useQueryClient } from '@tanstack/react-query';
import { jobsKey } from './jobs';
import { request } from './request';
import { trainingsKey } from './trainings';
import type { Job } from './types/jobs';
import type { OwnRecipe } from './types/training';

interface TrainingRequest {
  scores: string[];
  /** Of every random choice; left out = the usual one. */
  seed?: number;
  /** Instead of those of the recipes: by score, then trainer, then name. */
  settings?: Record<string, Record<string, Record<string, string>>>;
  /** Put together by whoever asks; several of one score compete. */
  recipes?: OwnRecipe[];
}

/** Starts a training; the answer is a job to watch. */
export function useStartTraining() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TrainingRequest) => request<Job>('/trainings', { method: 'POST', body }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: jobsKey }),
        queries.invalidateQueries({ queryKey: trainingsKey }),
      ]),
  });
}
