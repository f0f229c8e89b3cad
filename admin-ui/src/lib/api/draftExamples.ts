import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftDocument, ExampleResults } from './types/drafts';

/** What a document decides for its examples; stores nothing. */
export const useDraftExamples = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-examples', basedOn, documentNumber(document)],
    queryFn: ({ signal }) => askDraft<ExampleResults>('/drafts/examples', { basedOn, document }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
