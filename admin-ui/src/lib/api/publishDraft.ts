import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { strategyWentLive } from './strategyWentLive';
import type { Publication } from './types/simulations';

interface NewPublication {
  reason: string;
  /** Of the customers on whom it is tried as the challenger; left out = it is for everybody. */
  share?: number;
  /** Why a model that has not won against the champion decides all the same. */
  overrideReason?: string;
}

/** Makes an approved draft the live strategy, or its challenger. @param revision the one that was seen */
export function usePublishDraft(id: string, revision: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPublication) =>
      request<Publication>(`/drafts/${encodeURIComponent(id)}/review/publication`, {
        method: 'POST',
        body,
        ifMatch: `"${revision}"`,
      }),
    onSettled: () => strategyWentLive(queries),
  });
}
