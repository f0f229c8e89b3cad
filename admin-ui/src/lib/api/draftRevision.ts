import { request } from './request';
import type { DraftRevision } from './types/drafts';

/** What a draft held at one of its revisions. */
export const fetchDraftRevision = (id: string, revision: number) =>
  request<DraftRevision>(`/drafts/${encodeURIComponent(id)}/revisions/${revision}`);
