import { askDraft } from './askDraft';
import type { DraftDocument, Example } from './types/drafts';

/** An example of one rule of a document: a customer like most of those it decides, who is put on record as looked up. */
export const typicalExample = (basedOn: string, document: DraftDocument, place: string) =>
  askDraft<{ example: Example }>('/drafts/examples/typical', { basedOn, document, place }).then(
    ({ example }) => example,
  );
