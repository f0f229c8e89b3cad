import { useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftDocument, DraftDrl } from './types/drafts';

/** The Drools text of one segment or action of a document, for reading only. */
export const useDraftDrl = (basedOn: string, document: DraftDocument, rule: string) =>
  useQuery({
    queryKey: ['draft-drl', basedOn, documentNumber(document), rule],
    queryFn: ({ signal }) => askDraft<DraftDrl>('/drafts/drl', { basedOn, document, rule }, { signal }),
    gcTime: 30_000,
    retry: false,
  });
