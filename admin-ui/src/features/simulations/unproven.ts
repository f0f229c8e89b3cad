import type { Simulation } from '@/lib/api/types/simulations';

type Challenger = Simulation['challengers'][number];

/** The models that need a reason of their own to be published. */
export const unprovenOf = ({ challengers }: Simulation): Challenger[] =>
  challengers.filter((model) => !model.promotion.mayBePromoted);

/** What stands against a model, as the end of a sentence: it has not won, or its victory is not to be believed. */
export const whyUnproven = ({ promotion }: Challenger): string =>
  promotion.state === 'WON' ? 'has won, but is not to be believed' : 'has not won against the champion';
