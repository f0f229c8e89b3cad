import { isOver } from './jobs';
import { usePages } from './pages';
import type { ImportRun } from './types/imports';

export const importsKey = ['imports'] as const;

/** Newest first; asked for again while one runs. */
export const useImports = () =>
  usePages<ImportRun>({
    queryKey: importsKey,
    path: '/imports',
    limit: 50,
    refetchAfter: (runs) => (runs.some((run) => !isOver(run.state)) ? 1_500 : false),
  });
