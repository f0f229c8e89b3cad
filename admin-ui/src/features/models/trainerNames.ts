import { humanize } from '@/lib/text';

const NAMES: Record<string, string> = {
  boosting: 'Boosted trees',
  linear: 'Linear regression',
  logistic: 'Logistic regression',
  kmeans: 'K-means',
  'bgnbd-gg': 'BG/NBD and Gamma-Gamma',
  bgnbd: 'BG/NBD',
};

/** What a trainer is called on the screen; one of a plugin of somebody else by its own name. */
export const trainerName = (trainer: string): string => NAMES[trainer] ?? humanize(trainer);
