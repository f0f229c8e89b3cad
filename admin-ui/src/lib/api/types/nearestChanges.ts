import type { Shape, With } from '../shape';

export type ChangeStep = With<
  Shape<'ChangeStepView'>,
  { from: string | number | boolean | null; to: string | number | boolean }
>;

export type NearestChange = With<Shape<'NearestChangeView'>, { steps: ChangeStep[] }>;

export type ScoreGoal = With<
  Shape<'ScoreGoalView'>,
  { kind: 'AMOUNT' | 'PROBABILITY' | 'CLUSTER'; changes: NearestChange[] }
>;

export type NearestChanges = With<Shape<'NearestChangesView'>, { goals: ScoreGoal[] }>;
