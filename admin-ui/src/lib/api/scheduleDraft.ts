import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepDraft } from './draft';
import { request } from './request';
import type { DraftView } from './types/drafts';

const path = (id: string) => `/drafts/${encodeURIComponent(id)}/review/schedule`;

/** Lets an approved draft be published at an instant. @param revision the one that was seen */
export function useScheduleDraft(id: string, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { at: string; reason: string; share?: number; overrideReason?: string }) =>
      request<DraftView>(path(id), { method: 'POST', body, ifMatch: `"${revision}"` }),
    onSuccess: (view) => keepDraft(queries, view),
  });
}

/** Takes it off the schedule; it stays approved. */
export function useUnscheduleDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<DraftView>(path(id), { method: 'DELETE' }),
    onSuccess: (view) => keepDraft(queries, view),
  });
}
