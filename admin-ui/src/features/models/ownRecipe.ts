import type { Condition } from '@/lib/api/types/condition';
import type { TrainerSettings, TrainingRecipe } from '@/lib/api/types/models';
import type { ColumnChoice, OwnRecipe, OwnTarget } from '@/lib/api/types/training';
import { type ChangedSettings, changesOf } from './trainingSettings';

/** A recipe that is being put together. */
export interface RecipeDraft {
  score: string;
  kind: OwnTarget['kind'];
  /** Of an attribute as target. */
  of: string;
  /** Of a condition as target. */
  condition: Condition;
  features: string[];
  trainers: string[];
  settings: ChangedSettings;
  aims: string;
}

/** One for a score: the first target that is possible, its shipped features, its first trainer. */
export function draftFor(recipe: TrainingRecipe): RecipeDraft {
  const { targets, trainers } = recipe.own;
  const draft: RecipeDraft = {
    score: recipe.score,
    kind: (targets.find((t) => t.possible) ?? targets[0])?.kind ?? 'NONE',
    of: '',
    condition: { all: [] },
    features: [],
    trainers: trainers.slice(0, 1).map((t) => t.trainer),
    settings: {},
    aims: '',
  };
  const known = recipe.own.columns.filter((c) => recipe.features.includes(c.name) && readable(recipe, c));
  return { ...draft, features: known.map((c) => c.name) };
}

const termsOf = (condition: Condition): string[] => {
  if ('all' in condition) return condition.all.flatMap(termsOf);
  if ('any' in condition) return condition.any.flatMap(termsOf);
  if ('not' in condition) return termsOf(condition.not);
  return 'term' in condition ? [condition.term] : [];
};

/** Attributes the target is made of; a target of the time after the cut is made of none. */
export function targetMadeOf(draft: RecipeDraft, columns: ColumnChoice[]): Set<string> {
  const names =
    draft.kind === 'ATTRIBUTE' ? [draft.of] : draft.kind === 'CONDITION' ? termsOf(draft.condition) : [];
  return new Set(columns.filter((c) => names.includes(c.name)).flatMap((c) => c.madeOf));
}

/** Whether an input would tell the target by how it is made. */
export const tellsTarget = (column: ColumnChoice, madeOf: Set<string>): boolean =>
  column.madeOf.some((attribute) => madeOf.has(attribute));

/** Whether a model of this kind can read a column: clusters know distances between numbers only. */
export const readable = (recipe: TrainingRecipe, column: ColumnChoice): boolean =>
  !recipe.own.targets.some((t) => t.kind === 'NONE') || column.type !== 'TEXT';

/** The features that are sent: those chosen that do not tell the target. */
export function featuresOf(draft: RecipeDraft, columns: ColumnChoice[]): string[] {
  const madeOf = targetMadeOf(draft, columns);
  return columns.filter((c) => draft.features.includes(c.name) && !tellsTarget(c, madeOf)).map((c) => c.name);
}

/** Everything is chosen that a recipe needs. */
export function isReady(draft: RecipeDraft, columns: ColumnChoice[]): boolean {
  if (draft.kind === 'ATTRIBUTE' && draft.of === '') return false;
  if (draft.kind === 'CONDITION' && !isFinished(draft.condition)) return false;
  return draft.trainers.length > 0 && featuresOf(draft, columns).length > 0;
}

const VALUELESS = new Set(['IS_MISSING', 'IS_PRESENT']);

export function isFinished(condition: Condition): boolean {
  if ('all' in condition) return condition.all.length > 0 && condition.all.every(isFinished);
  if ('any' in condition) return condition.any.length > 0 && condition.any.every(isFinished);
  if ('not' in condition) return isFinished(condition.not);
  if (!('term' in condition)) return true;
  const { value } = condition;
  return (
    VALUELESS.has(condition.operator) ||
    (Array.isArray(value)
      ? value.length > 0 && value.every((v) => v !== null && v !== '')
      : value !== null && value !== undefined && value !== '')
  );
}

/** One recipe for each trainer; they compete for the score. */
export function recipesOf(draft: RecipeDraft, columns: ColumnChoice[]): OwnRecipe[] {
  const target: OwnTarget =
    draft.kind === 'ATTRIBUTE'
      ? { kind: draft.kind, of: draft.of }
      : draft.kind === 'CONDITION'
        ? { kind: draft.kind, condition: draft.condition }
        : { kind: draft.kind };
  return draft.trainers.map((trainer) => ({
    score: draft.score,
    target,
    features: featuresOf(draft, columns),
    trainer,
    settings: {
      ...changesOf(draft.settings, draft.score, trainer),
      ...(draft.aims.trim() ? { aims: draft.aims.trim() } : {}),
    },
  }));
}

const INNER_FOLDS = 3;

/** How many times a model is learned within the folds alone, when its settings are tuned inside each of them; null when they are not. */
export function nestedTrainings(trainer: TrainerSettings, changes: Record<string, string>): number | null {
  const value = (name: string) =>
    changes[name] ?? trainer.settings.find((setting) => setting.name === name)?.value;
  if (value('tune') !== 'true') return null;
  return Number(value('folds') ?? 5) * Number(value('repeats') ?? 2) * INNER_FOLDS;
}
