import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Shape, With } from './shape';

export type DriftVerdict = Shape<'Drift'>['verdict'];

export type DriftMeasure = Shape<'Measure'>;

/** A part of the range of values; interval ends are null where they are open. */
export type DriftBin = Shape<'Bin', 'category' | 'from' | 'to'>;

export type Drift = With<
  Shape<'Drift'>,
  { psi: DriftMeasure | null; ks: DriftMeasure | null; bins: DriftBin[] }
>;

export type DriftPoint = Shape<'RecentPsi', 'psi'>;

/** An input or a score, against the model's card. */
export type SubjectDrift = With<Shape<'SubjectDrift'>, { drift: Drift; recent: DriftPoint[] }>;

export type ModelDrift = With<Shape<'ModelDrift'>, { scores: SubjectDrift; inputs: SubjectDrift[] }>;

/** The shares of segments or actions, against the run before. */
export type MixDrift = With<
  Shape<'MixDrift'>,
  { drift: Drift; recent: DriftPoint[]; groups: Shape<'Group'>[] }
>;

export type Monitoring = With<
  Shape<'MonitoringView', 'asOf'>,
  { models: ModelDrift[]; segments: MixDrift | null; actions: MixDrift | null }
>;

export const useMonitoring = () =>
  useQuery({
    queryKey: ['monitoring'],
    queryFn: ({ signal }) => request<Monitoring>('/monitoring', { signal }),
  });
