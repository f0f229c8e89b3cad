import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { Shape } from './shape';
import type { DraftDocument } from './types/drafts';
import { whileScoring } from './whileScoring';

/** How many customers meet one condition of a document alone, what its tables give included; stores nothing. */
export const useDraftCount = (basedOn: string, document: DraftDocument, place: string) =>
  useQuery({
    queryKey: ['draft-count', place, basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      askDraft<Shape<'DraftCount'>>('/drafts/count', { basedOn, document, place }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileScoring(state.data?.scoring),
    gcTime: 30_000,
    retry: false,
  });
