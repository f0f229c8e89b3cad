import { useQuery } from '@tanstack/react-query';
import { isOver } from './jobs';
import { apiUrl, request } from './request';
import type { AudienceExport } from './types/audiences';
import type { Page } from './types/page';

export const exportsKey = (audienceId: string) => ['audience-exports', audienceId] as const;

export const exportFileUrl = (exportId: string) => apiUrl(`/exports/${encodeURIComponent(exportId)}/file`);
export const exportManifestUrl = (exportId: string) =>
  apiUrl(`/exports/${encodeURIComponent(exportId)}/manifest`);

export const useAudienceExports = (audienceId: string) =>
  useQuery({
    queryKey: exportsKey(audienceId),
    queryFn: ({ signal }) =>
      request<Page<AudienceExport>>(`/audiences/${encodeURIComponent(audienceId)}/exports`, { signal }),
    refetchInterval: (query) => (query.state.data?.items.some((e) => !isOver(e.state)) ? 1_000 : false),
  });
