import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Shape } from './shape';

export type DriftVerdict = Shape<'Drift'>['verdict'];

export type DriftMeasure = Shape<'Measure'>;

/** A part of the range of values; interval ends are null where they are open. */
export type DriftBin = Shape<'Bin'>;

export type Drift = Shape<'Drift'>;

/** An input or a score, against the model's card. */
export type SubjectDrift = Shape<'SubjectDrift'>;

export type ModelDrift = Shape<'ModelDrift'>;

/** The shares of segments or actions, against the run before. */
export type MixDrift = Shape<'MixDrift'>;

/** What the scores of a past run turned out to be worth. */
export type RealisedScore = Shape<'RealisedScore'>;

/** The run whose scores are compared next with what happened. */
export type NextComparison = Shape<'NextComparison'>;

export type Monitoring = Shape<'MonitoringView'>;

export const useMonitoring = () =>
  useQuery({
    queryKey: ['monitoring'],
    queryFn: ({ signal }) => request<Monitoring>('/monitoring', { signal }),
  });
