import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelsKey } from './models';
import { request } from './request';
import { shadowsKey } from './shadows';

export interface AliasChange {
  score: string;
  alias: 'CHALLENGER' | 'SHADOW';
  /** Hash of the version that gets the alias; null takes it away. */
  model: string | null;
  reason: string;
}

export function useSetModelAlias() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ score, alias, ...body }: AliasChange) =>
      request<void>(`/models/${encodeURIComponent(score)}/aliases/${alias}`, { method: 'PUT', body }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: modelsKey }),
        queries.invalidateQueries({ queryKey: shadowsKey }),
      ]),
  });
}
