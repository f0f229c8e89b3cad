import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftCoverage, DraftDocument } from './types/drafts';
import { whileScoring } from './whileScoring';

/** Whom each rule and row of a document decides, and how many examples stand for it; stores nothing. */
export const useDraftCoverage = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-coverage', basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      askDraft<DraftCoverage>('/drafts/coverage', { basedOn, document }, { signal, series: 'coverage' }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileScoring(state.data?.scoring),
    gcTime: 30_000,
    retry: false,
  });
