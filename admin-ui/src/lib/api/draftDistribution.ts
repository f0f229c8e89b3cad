import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { documentNumber } from '@/lib/draft/documentNumber';
import { askDraft } from './askDraft';
import type { DraftDocument, ModelScoring } from './types/drafts';
import { whileScoring } from './whileScoring';

/** What a draft would do with a comparison at one threshold. */
export interface ThresholdPoint {
  threshold: number;
  meeting: number;
  reached: number;
  value: number;
  contacts: number;
  cost: number;
  expectedValue: number;
  precision: number | null;
  recall: number | null;
}

export interface ThresholdBin {
  low: number;
  high: number;
  customers: number;
  /** Those of them who are reached if the comparison holds for them. */
  others: number;
}

/** How customers are distributed over a term, and what every threshold would come to. */
export interface ThresholdCurve {
  present: number;
  missing: number;
  low: number;
  high: number;
  bins: ThresholdBin[];
  now: ThresholdPoint;
  curve: ThresholdPoint[];
}

/** Where one comparison of a draft divides the customers. */
export interface Distribution {
  term: string;
  label: string;
  unit: string;
  operator: string;
  threshold: number;
  values: ThresholdCurve;
  outcomes: { score: string; text: string; customers: number } | null;
}

export interface DraftDistribution {
  asOf: string;
  customers: number;
  problems: { place: string; message: string }[];
  /** Models of the draft that have not scored the customers yet. */
  scoring: ModelScoring[];
  /** Null while there are problems, or models that have not scored the customers. */
  distribution: Distribution | null;
}

/** The picture of one comparison of a document; stores nothing. */
export const draftDistributionQuery = (basedOn: string, document: DraftDocument, place: string) =>
  queryOptions({
    queryKey: ['draft-distribution', place, basedOn, documentNumber(document)],
    queryFn: ({ signal }) =>
      askDraft<DraftDistribution>(
        '/drafts/distribution',
        { basedOn, document, place },
        { signal, series: 'distribution' },
      ),
    gcTime: 30_000,
    retry: false,
  });

export const useDraftDistribution = (basedOn: string, document: DraftDocument, place: string) =>
  useQuery({
    ...draftDistributionQuery(basedOn, document, place),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => whileScoring(state.data?.scoring),
  });
