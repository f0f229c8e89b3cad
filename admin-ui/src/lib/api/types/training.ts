import type { Shape, With } from '../shape';
import type { Condition } from './condition';
import type { TrainingRecipe } from './models';

type OwnChoices = TrainingRecipe['own'];

/** What a recipe of one's own may predict; how likely it is that the customers of now suffice is said before the job starts. */
export type TargetChoice = OwnChoices['targets'][number];

/** An attribute or feature that may be an input, or what a target is made of. */
export type ColumnChoice = OwnChoices['columns'][number];

/** What an own recipe predicts. */
export type OwnTarget = With<Shape<'OwnTarget'>, { condition?: Condition }>;

/** A recipe put together for one training. */
export type OwnRecipe = With<Shape<'OwnRecipe'>, { target: OwnTarget }>;
