import { request } from './request';
import type { DraftContent, DraftView } from './types/drafts';

/** A browser sends at most so many bytes for a page that is being closed. */
const LAST_WORDS_BYTES = 60_000;

/**
 * Saves a draft on top of the revision it was made from.
 *
 * @param leaving the page is being closed: the request must outlive it
 */
export function saveDraft(
  id: string,
  content: DraftContent,
  revision: number,
  leaving = false,
): Promise<DraftView> {
  const { name, basedOn, document } = content;
  const body = { name, basedOn, document };
  return request<DraftView>(`/drafts/${encodeURIComponent(id)}`, {
    method: 'PUT',
    body,
    ifMatch: `"${revision}"`,
    keepalive: leaving && JSON.stringify(body).length < LAST_WORDS_BYTES,
  });
}
