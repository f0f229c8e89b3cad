import type { DraftDocument, Example } from '../api/types/drafts';

const NONE: Example[] = [];

/** The examples of a document; the same list as long as they stay the same. */
export const examplesOf = (document: DraftDocument): Example[] => document.examples?.examples ?? NONE;
