import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keepDraft } from './draft';
import { request } from './request';
import type { DraftView } from './types/drafts';

/** A step of a review that says something: about one revision where it binds itself to what it saw. */
interface Words {
  text: string;
  revision?: number;
  place?: string;
}

type Step = 'submission' | 'comments' | 'refusal' | 'approval';

/** Submits a draft, comments on it, asks for changes or approves it. */
export function useReviewDraft(id: string, step: Step) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ revision, ...words }: Words) =>
      request<DraftView>(`/drafts/${encodeURIComponent(id)}/review/${step}`, {
        method: 'POST',
        body: words,
        ...(revision === undefined ? {} : { ifMatch: `"${revision}"` }),
      }),
    onSuccess: (view) => keepDraft(queries, view),
  });
}
