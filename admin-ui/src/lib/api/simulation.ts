import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Simulation } from './types/simulations';

export const simulationKey = (id: string) => ['simulation', id] as const;

/** One simulation; its id is also that of its job. */
export const useSimulation = (id: string) =>
  useQuery({
    queryKey: simulationKey(id),
    queryFn: ({ signal }) => request<Simulation>(`/simulations/${encodeURIComponent(id)}`, { signal }),
  });
