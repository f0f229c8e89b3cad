import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftDocument } from './types/drafts';
import type { TableSentences } from './types/tables';

/** The rows of one table of a document as sentences; stores nothing. */
export const useTableSentences = (basedOn: string, document: DraftDocument, table: string) =>
  useQuery({
    queryKey: ['table-sentences', table, basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      askDraft<TableSentences>('/drafts/tables/sentences', { basedOn, document, table }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    retry: false,
  });
