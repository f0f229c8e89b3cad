import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { simulationKey } from './simulation';
import { simulationsKey } from './simulations';
import type { Simulation } from './types/simulations';

/** Agrees that models which go beyond a limit may be published, by somebody else. */
export function useApproveSimulation(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      request<Simulation>(`/simulations/${encodeURIComponent(id)}/approval`, {
        method: 'POST',
        body: { text },
      }),
    onSuccess: (simulation) => {
      queries.setQueryData(simulationKey(id), simulation);
      return queries.invalidateQueries({ queryKey: simulationsKey });
    },
  });
}
