import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';

const ABOUT_SCORES = [
  'draft-effect',
  'draft-count',
  'draft-findings',
  'draft-distribution',
  'draft-coverage',
];

/** Ends the scoring by a model that drafts are tried with, or lets it begin again. */
export function useDraftScores(hash: string) {
  const queries = useQueryClient();
  const send = (method: 'POST' | 'DELETE') => ({
    mutationFn: () => request<void>(`/drafts/scores/${encodeURIComponent(hash)}`, { method }),
    onSuccess: () =>
      Promise.all(ABOUT_SCORES.map((queryKey) => queries.invalidateQueries({ queryKey: [queryKey] }))),
  });
  return { cancel: useMutation(send('DELETE')), again: useMutation(send('POST')) };
}
