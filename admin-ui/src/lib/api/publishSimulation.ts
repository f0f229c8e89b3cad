import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { strategyWentLive } from './strategyWentLive';
import type { Publication } from './types/simulations';

/** Makes exactly the strategy that was simulated the live one; unproven = with challengers that have not won or examples that are not met. */
export function usePublishSimulation(id: string, unproven: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      request<Publication>(`/simulations/${encodeURIComponent(id)}/publication`, {
        method: 'POST',
        body: { reason, overrideReason: unproven ? reason : null },
      }),
    onSettled: () => strategyWentLive(queries),
  });
}
