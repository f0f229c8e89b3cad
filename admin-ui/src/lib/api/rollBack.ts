import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { strategyWentLive } from './strategyWentLive';
import type { Publication } from './types/simulations';

interface RollBack {
  hash: string;
  reason: string;
  /** The version its author sees as the live one. */
  expectedVersion: number;
}

/** Makes a strategy that was live before the live one again. */
export function useRollBack() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ hash, ...body }: RollBack) =>
      request<Publication>(`/strategies/${hash}/rollback`, { method: 'POST', body }),
    onSettled: () => strategyWentLive(queries),
  });
}
