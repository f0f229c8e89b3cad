import { usePages } from './pages';
import type { SimulationSummary } from './types/simulations';

export const simulationsKey = ['simulations'] as const;

/** Newest first; asked for again while one has no result yet. */
export const useSimulations = () =>
  usePages<SimulationSummary>({
    queryKey: simulationsKey,
    path: '/simulations',
    limit: 50,
    refetchAfter: (made) => (made.some((s) => s.result === null) ? 1_500 : false),
  });
