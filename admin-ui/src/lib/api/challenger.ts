import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { strategyKey } from './strategy';
import { strategyWentLive } from './strategyWentLive';
import type { Publication } from './types/simulations';
import type { Arm, Challenger } from './types/strategy';

const path = '/strategies/live/challenger';

/** The strategy that is tried on a share of the customers, compared with the champion; asked for only while there is one. */
export const useChallenger = () =>
  useQuery({
    queryKey: [...strategyKey, 'challenger'],
    queryFn: ({ signal }) => request<Challenger>(path, { signal }),
    refetchInterval: ({ state }) => (state.data && !state.data.comparison ? 3_000 : false),
  });

interface Act {
  reason: string;
  /** The version its author sees as the live one. */
  expectedVersion: number;
}

/** Gives the challenger more or fewer customers. */
export function useChangeShare() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Act & { share: number }) =>
      request<Publication>(`${path}/share`, { method: 'PUT', body }),
    onSettled: () => strategyWentLive(queries),
  });
}

/** Ends the comparison: the kept strategy decides for everybody. */
export function useEndChallenger() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Act & { kept: Arm }) => request<Publication>(`${path}/end`, { method: 'POST', body }),
    onSettled: () => strategyWentLive(queries),
  });
}
