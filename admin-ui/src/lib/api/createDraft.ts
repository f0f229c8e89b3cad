import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchDraft } from './draft';
import { draftsKey } from './drafts';
import { request } from './request';
import { saveDraft } from './saveDraft';
import type { DraftDocument, DraftSummary } from './types/drafts';

export interface NewDraft {
  name: string;
  /** The strategy to start from; the live one when left out. */
  strategy?: string;
  /** What is changed at once. */
  edit?: (document: DraftDocument) => DraftDocument;
}

export function useCreateDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ edit, ...body }: NewDraft) => {
      const made = await request<DraftSummary>('/drafts', {
        method: 'POST',
        body,
        idempotencyKey: crypto.randomUUID(),
      });
      if (edit) {
        const { name, basedOn, document, revision } = await fetchDraft(made.id);
        await saveDraft(made.id, { name, basedOn, document: edit(document) }, revision);
      }
      return made;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: draftsKey }),
  });
}
