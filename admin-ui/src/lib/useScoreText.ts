import type { Shape } from './api/shape';
import { useFormats } from './SessionContext';
import { isMoney } from './terms';

interface ScoreText {
  /** A score in its unit. */
  text: (n: number) => string;
  /** As short as a tick of an axis. */
  short: (n: number) => string;
}

/** How the scores of a model are written: probabilities as percentages, money as money. */
export function useScoreText({ kind, unit }: Pick<Shape<'ModelVersion'>, 'kind' | 'unit'>): ScoreText {
  const f = useFormats();
  if (kind === 'PROBABILITY') return { text: (n) => f.percent(n, 1), short: (n) => f.percent(n) };
  if (isMoney({ type: 'NUMBER', unit }, f.currency)) {
    return { text: f.money, short: (n) => (Math.abs(n) < 10_000 ? f.wholeMoney(n) : f.compactMoney(n)) };
  }
  return { text: (n) => f.number(n), short: (n) => f.number(n) };
}
