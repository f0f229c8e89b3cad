import { usePages } from './pages';
import type { Simulation } from './types/simulations';

export const simulationsKey = ['simulations'] as const;

/** Newest first; asked for again while one has no result yet. */
export const useSimulations = () =>
  usePages<Simulation>({
    queryKey: simulationsKey,
    path: '/simulations',
    limit: 50,
    refetchAfter: (made) => (made.some((s) => s.result === null) ? 1_500 : false),
  });
