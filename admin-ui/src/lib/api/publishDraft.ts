import { useMutation, useQueryClient } from '@tanstack/react-query';
import { draftKey } from './draft';
import { draftsKey } from './drafts';
import { request } from './request';
import { strategyKey } from './strategy';
import type { Publication } from './types/simulations';

/** Makes an approved draft the live strategy. */
export function usePublishDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      request<Publication>(`/drafts/${encodeURIComponent(id)}/review/publication`, {
        method: 'POST',
        body: { reason },
      }),
    onSettled: () =>
      Promise.all(
        [strategyKey, draftKey(id), draftsKey, ['overview'], ['simulations'], ['jobs']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
