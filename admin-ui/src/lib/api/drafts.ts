import { usePages } from './pages';
import type { DraftSummary } from './types/drafts';

export const draftsKey = ['drafts'] as const;

/** Newest first; those discarded are left out unless asked for. */
export const useDrafts = (discarded: boolean) =>
  usePages<DraftSummary>({
    queryKey: [...draftsKey, discarded],
    path: '/drafts',
    query: { discarded },
    limit: 50,
    keepPrevious: true,
  });
