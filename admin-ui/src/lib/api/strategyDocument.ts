import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { DraftDocument } from './types/drafts';

/** The parts of a published strategy that a draft may change. */
export async function fetchStrategyDocument(hash: string): Promise<DraftDocument> {
  const { segments, actions, engagement, holdout, examples, tables } = await request<DraftDocument>(
    `/strategies/${hash}`,
  );
  return {
    segments,
    actions,
    engagement,
    holdout,
    examples: examples ?? { examples: [] },
    ...(tables ? { tables } : {}),
  };
}

/** The same, asked for once: what a hash names never changes. */
export const useStrategyDocument = (hash: string | undefined) =>
  useQuery({
    queryKey: ['strategy-document', hash],
    queryFn: () => fetchStrategyDocument(hash ?? ''),
    enabled: hash !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
