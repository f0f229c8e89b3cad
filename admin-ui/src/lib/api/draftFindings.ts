import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftDocument, DraftFindings } from './types/drafts';
import { whileScoring } from './whileScoring';

/** What the authors of a document hardly mean: gaps, overlaps, contradictions and the like; stores nothing. */
export const useDraftFindings = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-findings', basedOn, documentNumber(document)],
    queryFn: ({ signal }) => askDraft<DraftFindings>('/drafts/findings', { basedOn, document }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileScoring(state.data?.scoring),
    gcTime: 30_000,
    retry: false,
  });
