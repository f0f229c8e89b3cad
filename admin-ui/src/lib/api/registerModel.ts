import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelsKey } from './models';
import { request } from './request';
import type { Model } from './types/models';

/** A PMML file and what is said of it; what is left empty is taken from the champion of the score. */
export interface NewModel {
  file: File;
  score: string;
  version: string;
  label: string;
  kind: string;
  unit: string;
  description: string;
}

export function useRegisterModel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, ...query }: NewModel) => request<Model>('/models', { method: 'POST', query, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: modelsKey }),
  });
}
