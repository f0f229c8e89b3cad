import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { request } from './request';
import type { DraftDocument, ExampleResults } from './types/drafts';

/** What a document decides for its examples; stores nothing. */
export const useDraftExamples = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-examples', basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      request<ExampleResults>('/drafts/examples', { method: 'POST', body: { basedOn, document }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
