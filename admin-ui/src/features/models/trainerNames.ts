import type { TrainingRecipe } from '@/lib/api/types/models';
import { humanize } from '@/lib/text';

const NAMES: Record<string, string> = {
  boosting: 'Boosted trees',
  linear: 'Linear regression',
  logistic: 'Logistic regression',
  kmeans: 'K-means',
  'bgnbd-gg': 'BG/NBD with Gamma-Gamma',
  bgnbd: 'BG/NBD',
  average: 'Average',
};

/** What a trainer is called on the screen; one of a plugin of somebody else by its own name. */
export const trainerName = (trainer: string): string => NAMES[trainer] ?? humanize(trainer);

/** Whose mean an average is, in words. */
export const partsName = (parts: string[]): string => parts.map(trainerName).join(' and ');

/** By what a score is trained: the trainers that compete, and the averages of some of them. */
export function madeByText({ trainers, adjustable }: Pick<TrainingRecipe, 'trainers' | 'adjustable'>) {
  const averages = adjustable.filter((t) => t.parts.length > 0);
  const plain = trainers.filter((name) => !averages.some((a) => a.trainer === name));
  return [...plain.map(trainerName), ...averages.map((a) => `the average of ${partsName(a.parts)}`)].join(
    ' or ',
  );
}
