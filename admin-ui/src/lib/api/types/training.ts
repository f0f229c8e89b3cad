import type { Condition } from './condition';
import type { TrainerSettings, TrainingRecipe } from './models';

/** What a recipe of one's own may predict; how likely it is that the customers of now suffice is said before the job starts. */
export interface TargetChoice {
  kind: string;
  label: string;
  possible: boolean;
  /** Why not; empty = it is possible. */
  because: string;
  customers: number;
  /** The day the inputs would be of. */
  asOf: string | null;
}

/** An attribute or feature that may be an input, or what a target is made of. */
export interface ColumnChoice {
  name: string;
  label: string;
  type: string;
  unit: string;
  description: string;
  /** Attributes it is computed from; an input made of what the target is made of gives it away. */
  madeOf: string[];
  personal: boolean;
}

export interface OwnChoices {
  targets: TargetChoice[];
  columns: ColumnChoice[];
  trainers: TrainerSettings[];
}

/** What can be trained for a score; one that says what own recipes may choose from. */
export type OpenRecipe = Omit<TrainingRecipe, 'own'> & { own: OwnChoices };

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
