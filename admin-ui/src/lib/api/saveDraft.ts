import { isLarge, patchOf } from '@/lib/draft/told';
import { ApiError, request } from './request';
import type { DraftContent, DraftView } from './types/drafts';

/** A browser sends at most so many bytes for a page that is being closed. */
const LAST_WORDS_BYTES = 60_000;

/**
 * Saves a draft on top of the revision it was made from.
 *
 * @param base what that revision holds, where that is known: of a large draft only what changed in it is sent
 * @param leaving the page is being closed: the request must outlive it
 */
export async function saveDraft(
  id: string,
  content: DraftContent,
  revision: number,
  base: DraftContent | null = null,
  leaving = false,
): Promise<DraftView> {
  const patch = base && isLarge(content.document) ? patchOf(base, content) : null;
  if (patch) {
    try {
      const view = await send(id, 'PATCH', patch, revision, leaving);
      return { ...view, document: content.document };
    } catch (error) {
      // What it was made from may not be kept any more; that somebody else saved in between is said again.
      if (!(error instanceof ApiError) || error.status !== 412) throw error;
    }
  }
  const { name, basedOn, document } = content;
  return send(id, 'PUT', { name, basedOn, document }, revision, leaving);
}

const send = (id: string, method: 'PUT' | 'PATCH', body: unknown, revision: number, leaving: boolean) =>
  request<DraftView>(`/drafts/${encodeURIComponent(id)}`, {
    method,
    body,
    ifMatch: `"${revision}"`,
    keepalive: leaving && JSON.stringify(body).length < LAST_WORDS_BYTES,
  });
