import { type QueryClient, useQuery } from '@tanstack/react-query';
import { draftsKey } from './drafts';
import { request } from './request';
import type { DraftView } from './types/drafts';

export const draftKey = (id: string) => ['draft', id] as const;

const path = (id: string) => `/drafts/${encodeURIComponent(id)}`;

/** The newest state of a draft, past every cache. */
export const fetchDraft = (id: string) => request<DraftView>(path(id));

export const useDraft = (id: string) =>
  useQuery({
    queryKey: draftKey(id),
    queryFn: ({ signal }) => request<DraftView>(path(id), { signal }),
    staleTime: 0,
  });

/** Keeps what the server answered about a draft, and forgets lists that may name it. */
export function keepDraft(queries: QueryClient, view: DraftView) {
  queries.setQueryData(draftKey(view.id), view);
  void queries.invalidateQueries({ queryKey: draftsKey });
}
