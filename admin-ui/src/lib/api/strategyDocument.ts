import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { DraftDocument } from './types/drafts';

/** A strategy as it was published: its models each with the score that it gives. */
type PublishedDocument = Omit<DraftDocument, 'models'> & {
  models: { models: { output: { name: string }; hash: string }[] };
};

/** The parts of a published strategy that a draft may change. */
export async function fetchStrategyDocument(hash: string): Promise<DraftDocument> {
  const { segments, actions, engagement, holdout, examples, tables, contact, models } =
    await request<PublishedDocument>(`/strategies/${hash}`);
  return {
    segments,
    actions,
    engagement,
    holdout,
    examples: examples ?? { examples: [] },
    ...(tables ? { tables } : {}),
    ...(contact ? { contact } : {}),
    models: Object.fromEntries(models.models.map((model) => [model.output.name, model.hash])),
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
