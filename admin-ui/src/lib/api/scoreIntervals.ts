import { useQueries } from '@tanstack/react-query';
import { request } from './request';
import type { Shape } from './shape';

/** How far what comes true is from the scores of a version, by the level of the score. */
export type ScoreIntervals = Shape<'ScoreIntervals'>;

/** Of several versions, by hash; one whose answer is not there yet is left out. A version never changes. */
export const useScoreIntervals = (hashes: string[]): Map<string, ScoreIntervals> =>
  useQueries({
    queries: hashes.map((hash) => ({
      queryKey: ['score-intervals', hash],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<ScoreIntervals>(`/models/${encodeURIComponent(hash)}/intervals`, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }, i) => (data ? [[hashes[i] ?? '', data] as const] : []))),
  });
