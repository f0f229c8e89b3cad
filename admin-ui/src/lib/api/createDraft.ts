import { useMutation, useQueryClient } from '@tanstack/react-query';
import { draftsKey } from './drafts';
import { request } from './request';
import type { DraftSummary } from './types/drafts';

export interface NewDraft {
  name: string;
  /** The strategy to start from; the live one when left out. */
  strategy?: string;
}

export function useCreateDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDraft) =>
      request<DraftSummary>('/drafts', { method: 'POST', body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: draftsKey }),
  });
}
