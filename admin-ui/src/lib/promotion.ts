import type { Promotion } from './api/types/models';

interface Judged {
  promotion: Promotion;
}

/** Of these models, those that need a reason of their own to be published. */
export const unprovenOf = <T extends Judged>(models: readonly T[]): T[] =>
  models.filter((model) => !model.promotion.mayBePromoted);

/** What stands against a model, as the end of a sentence: it has not won, or its victory is not to be believed. */
export const whyUnproven = ({ promotion }: Judged): string =>
  promotion.state === 'WON' ? 'has won, but is not to be believed' : 'has not won against the champion';

type Met = Pick<Promotion, 'state' | 'belief'>;

const STATES = {
  CHAMPION: ['Is the champion', 'good'],
  WON: ['Has won', 'good'],
  LOST: ['Has not won', 'bad'],
  NOT_ENOUGH_DATA: ['Too few customers to tell', 'warn'],
  WON_BEFORE: ['Won against an earlier champion', 'warn'],
  NOT_TESTED: ['Has met no champion', 'neutral'],
} as const;

/** A victory whose figures are not to be believed. */
export const isDoubtedVictory = ({ state, belief }: Met): boolean =>
  state === 'WON' && belief === 'NOT_BELIEVED';

/** What came of a version against the champion, as a word and the tone in which it is said. */
export const contestWord = (promotion: Met) =>
  isDoubtedVictory(promotion)
    ? (['Has won, but is not to be believed', 'warn'] as const)
    : STATES[promotion.state];
