import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { request } from './request';
import type { DraftDocument, DraftFindings } from './types/drafts';
import { whileScoring } from './whileScoring';

/** What the authors of a document hardly mean: gaps, overlaps, contradictions and the like; stores nothing. */
export const useDraftFindings = (basedOn: string, document: DraftDocument) =>
  useQuery({
    queryKey: ['draft-findings', basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      request<DraftFindings>('/drafts/findings', { method: 'POST', body: { basedOn, document }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileScoring(state.data?.scoring),
    gcTime: 30_000,
    retry: false,
  });
