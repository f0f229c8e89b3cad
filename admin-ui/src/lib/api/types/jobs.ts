import type { Shape } from '../shape';

export type Job = Shape<'Job'>;

export type JobState = Job['state'];
