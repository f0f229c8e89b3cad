import type { DraftDocument } from '@/lib/api/types/drafts';

const numbers = new WeakMap<DraftDocument, number>();
let next = 1;

/** Documents are large and never changed in place: each is known by a number, not by its text. */
export function documentNumber(document: DraftDocument): number {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  numbers.set(document, next);
  return next++;
}
