import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepDraft } from './draft';
import { request } from './request';
import type { DraftView } from './types/drafts';

export interface NewDraft {
  name: string;
  /** The strategy to start from; the live one when left out. */
  strategy?: string;
}

export function useCreateDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDraft) =>
      request<DraftView>('/drafts', { method: 'POST', body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: (view) => keepDraft(queries, view),
  });
}
