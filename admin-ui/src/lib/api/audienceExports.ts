import { isOver } from './jobs';
import { usePages } from './pages';
import { apiUrl } from './request';
import type { AudienceExport } from './types/audiences';

export const exportsKey = (audienceId: string) => ['audience-exports', audienceId] as const;

export const exportFileUrl = (exportId: string) => apiUrl(`/exports/${encodeURIComponent(exportId)}/file`);
export const exportManifestUrl = (exportId: string) =>
  apiUrl(`/exports/${encodeURIComponent(exportId)}/manifest`);

/** Newest first; asked for again while one is being written. */
export const useAudienceExports = (audienceId: string) =>
  usePages<AudienceExport>({
    queryKey: exportsKey(audienceId),
    path: `/audiences/${encodeURIComponent(audienceId)}/exports`,
    limit: 20,
    refetchAfter: (made) => (made.some((e) => !isOver(e.state)) ? 1_000 : false),
  });
