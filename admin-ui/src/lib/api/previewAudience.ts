import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { AudiencePreview, AudienceSource } from './types/audiences';

/** Who an audience would hold, and how many a channel's consent and holdouts would leave out. */
export const useAudiencePreview = (source: AudienceSource | null, channel: string) =>
  useQuery({
    queryKey: ['audience-preview', source, channel],
    queryFn: ({ signal }) =>
      request<AudiencePreview>('/audiences/preview', {
        method: 'POST',
        body: channel ? { source, channel } : { source },
        signal,
      }),
    enabled: source !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
