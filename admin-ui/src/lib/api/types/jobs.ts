import type { Shape } from '../shape';

export type Job = Shape<'Job', 'startedAt' | 'finishedAt' | 'total' | 'inputHash' | 'resultLink' | 'error'>;

export type JobState = Job['state'];
