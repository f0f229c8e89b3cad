import type { AdjustableSetting, TrainingRecipe } from '@/lib/api/types/models';
import { humanize } from '@/lib/text';

/** Settings that differ from the recipes', by score, then trainer, then name. */
export type ChangedSettings = Record<string, Record<string, Record<string, string>>>;

const NAMES: Record<string, string> = {
  l1: 'L1 penalty',
  l2: 'L2 penalty',
  increasing: 'May only raise the score',
  decreasing: 'May only lower the score',
  resampling: 'Rare class',
  compareRows: 'Rows for comparisons',
};

const CHOICES: Record<string, string> = {
  true: 'Yes',
  false: 'No',
  none: 'Nothing',
  weights: 'Class weights',
  smote: 'SMOTE',
  squared: 'Squared error',
  tweedie: 'Tweedie',
  logistic: 'Logistic',
  platt: 'Platt',
};

/** What a chosen value is called; numbers and names as they are. */
export const choiceName = (id: string): string => CHOICES[id] ?? id;

export const settingName = (name: string): string => NAMES[name] ?? humanize(name);

export const changesOf = (changed: ChangedSettings, score: string, trainer: string) =>
  changed[score]?.[trainer] ?? {};

/** The same changes with one setting at another value; back at the recipe's it is no change. */
export function withChange(
  changed: ChangedSettings,
  score: string,
  trainer: string,
  setting: AdjustableSetting,
  value: string,
): ChangedSettings {
  const { [setting.name]: _, ...others } = changesOf(changed, score, trainer);
  const settings = value === setting.value ? others : { ...others, [setting.name]: value };
  return { ...changed, [score]: { ...changed[score], [trainer]: settings } };
}

/** The same changes without those of one trainer. */
export const withoutChanges = (
  changed: ChangedSettings,
  score: string,
  trainer: string,
): ChangedSettings => ({
  ...changed,
  [score]: { ...changed[score], [trainer]: {} },
});

/** What is sent: changes of the chosen scores alone. */
export const sent = (changed: ChangedSettings, recipes: TrainingRecipe[]): ChangedSettings =>
  Object.fromEntries(
    Object.entries(changed)
      .filter(([score]) => recipes.some((r) => r.score === score))
      .map(([score, byTrainer]): [string, ChangedSettings[string]] => [
        score,
        Object.fromEntries(
          Object.entries(byTrainer).filter(([, settings]) => Object.keys(settings).length > 0),
        ),
      ])
      .filter(([, byTrainer]) => Object.keys(byTrainer).length > 0),
  );
