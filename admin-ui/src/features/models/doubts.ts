import type { Finding, Model } from '@/lib/api/types/models';

const TITLES: Record<string, string> = {
  GIVEAWAY: 'A feature gives the target away',
  COMPUTABLE_TARGET: 'The target can be computed from the inputs',
  TIME_LEAK: 'A feature may know the future',
  COPIES: 'Many rows are copies of each other',
  FEW_ROWS: 'There are few rows',
  UNSTABLE_METRIC: 'A measure could as well have come out differently',
  SIMPLER_MODEL: 'A simpler model does as well',
  NOT_IDENTIFIED: 'The data leave a parameter open',
  NO_TIME: 'Not measured later than it was learned',
};

/** These come first in lists; whether they leave anything to be believed, the server says. */
const GRAVE = new Set(['GIVEAWAY', 'COMPUTABLE_TARGET', 'TIME_LEAK']);

export interface Doubt {
  /** What the finding is called; empty for a notice. */
  kind: string;
  title: string;
  text: string;
  features: string[];
  grave: boolean;
}

const doubt = ({ kind, text, features }: Finding): Doubt => ({
  kind,
  title: TITLES[kind] ?? 'A reason for doubt',
  text,
  features,
  grave: GRAVE.has(kind),
});

/** Reasons for doubt, the gravest first; notices that no finding repeats come last. */
export function doubtsOf({ card }: Model): Doubt[] {
  const found = card.evidence.findings.map(doubt);
  const said = new Set(found.map((d) => d.text));
  const others = card.notices
    .filter((text) => !said.has(text))
    .map((text): Doubt => ({ kind: '', title: 'To keep in mind', text, features: [], grave: false }));
  return [...found, ...others].toSorted((a, b) => Number(b.grave) - Number(a.grave));
}

/** Whether the training looked for reasons to doubt; a model made elsewhere was not looked at. */
export const wasGuarded = ({ card }: Model): boolean =>
  card.evidence.tables.length + card.evidence.curves.length + card.evidence.findings.length > 0;
