import { usePages } from './pages';
import type { SimulationChange } from './types/simulations';

/** Which of the customers who change; a part left out means all. */
export interface ChangeFilter {
  segmentBefore?: string | undefined;
  segmentAfter?: string | undefined;
  actionBefore?: string | undefined;
  actionAfter?: string | undefined;
}

/** Customers who get another segment or first action, in the order of their ids. */
export const useSimulationChanges = (id: string, filter: ChangeFilter) =>
  usePages<SimulationChange>({
    queryKey: ['simulation-changes', id, filter],
    path: `/simulations/${encodeURIComponent(id)}/changes`,
    query: { ...filter },
    limit: 50,
    keepPrevious: true,
  });
