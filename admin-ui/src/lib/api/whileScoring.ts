import type { ModelScoring } from './types/drafts';

const ASK_AGAIN_MILLIS = 1_000;

/** How soon to ask again what cannot be counted before a model has scored the customers; not at all when none is at it. */
export const whileScoring = (scoring: ModelScoring[] = []): number | false =>
  scoring.some((model) => model.state === 'SCORING') ? ASK_AGAIN_MILLIS : false;
