import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepDraft } from './draft';
import { request } from './request';
import type { DraftSummary, DraftView } from './types/drafts';

interface Pin {
  /** A draft, or the name of a new one. */
  draft: { id: string } | { name: string };
  customerId: string;
  why: string;
  allActions: boolean;
}

/** Adds a customer to a draft as they are and as they are decided now. */
export function usePinExample() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, ...pin }: Pin) => {
      const { id } =
        'id' in draft
          ? draft
          : await request<DraftSummary>('/drafts', {
              method: 'POST',
              body: draft,
              idempotencyKey: crypto.randomUUID(),
            });
      return request<DraftView>(`/drafts/${encodeURIComponent(id)}/examples`, { method: 'POST', body: pin });
    },
    onSuccess: (view) => keepDraft(queries, view),
  });
}
