import { modelsKey } from './models';
import { usePages } from './pages';
import type { Shape } from './shape';

/** A publication of a strategy that pins a version of a model. */
export type PinnedIn = Shape<'PinnedIn'>;

/** What a version decided for one customer, with the others of its strategy. */
export type DecidedBy = Shape<'DecidedBy'>;

/** Where a version decides and has decided, newest first; without a version, nothing is asked. */
export const useModelUse = (hash: string | undefined) =>
  usePages<PinnedIn>({
    queryKey: [...modelsKey, 'use', hash],
    path: `/models/${encodeURIComponent(hash ?? '')}/publications`,
    limit: 50,
    enabled: hash !== undefined,
  });

/** Decisions of the last run in which a version decided, page by page. */
export const useModelDecisions = (hash: string) =>
  usePages<DecidedBy>({
    queryKey: [...modelsKey, 'decisions', hash],
    path: `/models/${encodeURIComponent(hash)}/decisions`,
    limit: 20,
  });
