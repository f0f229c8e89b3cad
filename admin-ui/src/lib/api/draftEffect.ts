import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { DraftDocument, DraftEffect } from './types/drafts';

/** Documents are large and never changed in place: each is known by a number, not by its text. */
const numbers = new WeakMap<DraftDocument, number>();
let next = 1;

function numberOf(document: DraftDocument): number {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  numbers.set(document, next);
  return next++;
}

/** Whom a document would reach today; stores nothing. A newer document cancels the request of the one before. */
export const useDraftEffect = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-effect', basedOn, numberOf(document)],
    queryFn: ({ signal }) =>
      request<DraftEffect>('/drafts/effect', { method: 'POST', body: { basedOn, document }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
