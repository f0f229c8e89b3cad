import { request } from './request';
import type { DraftDocument, Example } from './types/drafts';

/** An example of one rule of a document: a customer like most of those it decides, who is put on record as looked up. */
export const typicalExample = (basedOn: string, document: DraftDocument, place: string) =>
  request<{ example: Example }>('/drafts/examples/typical', {
    method: 'POST',
    body: { basedOn, document, place },
  }).then(({ example }) => example);
