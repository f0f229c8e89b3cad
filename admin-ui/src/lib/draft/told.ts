import type { DraftContent, DraftDocument } from '@/lib/api/types/drafts';
import { type Operation, operationsOf } from './patch';
import { difference } from './steps';
import { tablesOf } from './tables';

/** A content that the server has as a revision of a draft. */
export interface Known {
  draft: string;
  revision: number;
  content: DraftContent;
}

/** A document whole, or by what changed in a revision that the server has. */
export type Told =
  | { document: DraftDocument }
  | { changes: { draft: string; revision: number; patch: Operation[] } };

const LARGE_CELLS = 2_000;
const LARGE_RULES = 200;
const MOST_OPERATIONS = 500;

let known: Known | null = null;

/** The last state of the open draft that the server has: what is asked about it can be told by what changed since. */
export function know(state: Known) {
  known = state;
}

/** Whether a document takes longer to send than to tell what changed. */
export const isLarge = (document: DraftDocument): boolean =>
  document.segments.segments.length + document.engagement.rules.length > LARGE_RULES ||
  tablesOf(document).reduce(
    (cells, { rows = [], inputs = [] }) => cells + rows.length * (inputs.length + 1),
    0,
  ) > LARGE_CELLS;

/** What leads from one content to another; null when it says no less than the whole. */
export function patchOf<T>(before: T, after: T): Operation[] | null {
  const patch = operationsOf(difference(before, after));
  return patch.length > MOST_OPERATIONS ? null : patch;
}

/** The shortest way to tell the server about a document. */
export function told(document: DraftDocument): Told {
  if (!known || !isLarge(document)) return { document };
  const patch = patchOf(known.content.document, document);
  return patch ? { changes: { draft: known.draft, revision: known.revision, patch } } : { document };
}
