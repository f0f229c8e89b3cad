import type { Condition } from './condition';
import type { TrainingRecipe } from './models';

type OwnChoices = TrainingRecipe['own'];

/** What a recipe of one's own may predict; how likely it is that the customers of now suffice is said before the job starts. */
export type TargetChoice = OwnChoices['targets'][number];

/** An attribute or feature that may be an input, or what a target is made of. */
export type ColumnChoice = OwnChoices['columns'][number];

/** What can be trained for a score; one that says what own recipes may choose from. */
export type OpenRecipe = TrainingRecipe;

export interface OwnTarget {
  kind: string;
  of?: string;
  condition?: Condition;
}

export interface OwnRecipe {
  score: string;
  target: OwnTarget;
  features: string[];
  trainer: string;
  settings: Record<string, string>;
}
