import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftDocument, DraftEffect } from './types/drafts';
import { whileScoring } from './whileScoring';

/** Whom a document would reach today; stores nothing. A newer document cancels the request of the one before. */
export const useDraftEffect = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-effect', basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      askDraft<DraftEffect>('/drafts/effect', { basedOn, document }, { signal, series: 'effect' }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileScoring(state.data?.scoring),
    gcTime: 30_000,
    retry: false,
  });
