import { useMutation, useQueryClient } from '@tanstack/react-query';
import { draftKey, keepDraft } from './draft';
import { draftsKey } from './drafts';
import { request } from './request';
import type { DraftView } from './types/drafts';

/** Takes a draft out of the list; nothing is deleted, see {@link useRestoreDraft}. */
export function useDiscardDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/drafts/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: (_data, _error, id) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: draftsKey }),
        queries.invalidateQueries({ queryKey: draftKey(id) }),
      ]),
  });
}

export function useRestoreDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request<DraftView>(`/drafts/${encodeURIComponent(id)}/restoration`, { method: 'POST' }),
    onSuccess: (view) => keepDraft(queries, view),
  });
}
