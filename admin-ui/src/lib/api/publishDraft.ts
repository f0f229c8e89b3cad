import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { strategyWentLive } from './strategyWentLive';
import type { Publication } from './types/simulations';

/** Makes an approved draft the live strategy. @param revision the one that was seen */
export function usePublishDraft(id: string, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      request<Publication>(`/drafts/${encodeURIComponent(id)}/review/publication`, {
        method: 'POST',
        body: { reason },
        ifMatch: `"${revision}"`,
      }),
    onSettled: () => strategyWentLive(queries),
  });
}
