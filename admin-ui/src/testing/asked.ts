import type { DraftDocument } from '@/lib/api/types/drafts';
import type { Told } from '@/lib/draft/told';
import { applied } from './applied';
import type { Backend } from './backend';

/** What a question about a document asks, with the document made whole from its changes. */
export async function asked<T>(backend: Backend, request: Request): Promise<T & { document: DraftDocument }> {
  const body = (await request.json()) as T & Told;
  if ('document' in body) return body;
  const { draft, revision, patch } = body.changes;
  const saved = backend.drafts.find((d) => d.id === draft)?.revisions[revision - 1];
  if (!saved) throw new Error(`There is no revision ${revision} of draft ${draft}.`);
  return { ...body, document: applied(saved.document, patch) };
}
