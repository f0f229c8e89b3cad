import type { DraftDocument } from '../api/types/drafts';

const NONE: Record<string, string> = {};

/** The models of a document, hash by score; the same object as long as they stay the same. */
export const modelsOf = (document: DraftDocument): Record<string, string> => document.models ?? NONE;
