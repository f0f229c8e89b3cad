import { request } from './request';
import type { DraftDocument } from './types/drafts';

/** The parts of a published strategy that a draft may change. */
export async function fetchStrategyDocument(hash: string): Promise<DraftDocument> {
  const { segments, actions, engagement, holdout, examples } = await request<DraftDocument>(
    `/strategies/${hash}`,
  );
  return { segments, actions, engagement, holdout, examples: examples ?? { examples: [] } };
}
