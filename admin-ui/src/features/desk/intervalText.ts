import type { ScoreIntervals } from '@/lib/api/scoreIntervals';
import type { Score } from '@/lib/api/types/decision';
import type { Formats } from '@/lib/format';
import { scoreText } from './scoreText';

/** What is known of how far a score may be off, in a few words and in full; null where nothing is. */
export interface IntervalText {
  short: string;
  full: string;
}

/** The level that a score is in: the last one that begins at or below it. */
function levelOf({ levels }: ScoreIntervals, value: number) {
  return levels.findLast((level) => level.from <= value) ?? levels[0];
}

export function intervalText(
  score: Score,
  intervals: ScoreIntervals | undefined,
  formats: Formats,
): IntervalText | null {
  if (!intervals || score.value === null) return null;
  const level = levelOf(intervals, score.value);
  if (!level) return null;
  const { percent } = intervals;
  if (intervals.basis === 'OBSERVED_SHARE') {
    const share = `${formats.percent(level.low)} to ${formats.percent(level.high)}`;
    return {
      short: `It happened to ${share} of those alike`,
      full: `Of customers with a score like this whom the model had not learned from, it happened to ${formats.percent(level.observed ?? 0)} (${percent}% interval ${share}).`,
    };
  }
  const { value } = score;
  // Money that is earned is never less than nothing.
  const lowest = score.unit.startsWith(formats.currency) && value >= 0 ? 0 : Number.NEGATIVE_INFINITY;
  const at = (offset: number) => scoreText({ ...score, value: Math.max(lowest, value + offset) }, formats);
  const range = `${at(level.low)} to ${at(level.high)}`;
  const held =
    level.coverage === null ? '' : ` Measured, it held for at least ${formats.percent(level.coverage)}.`;
  return intervals.basis === 'SAME_FOR_ALL'
    ? {
        short: `${percent} of 100: ${range}, as wide for all`,
        full: `${percent} of 100 customers were to come out at ${range}. The width is the same for every customer, whatever their score, so it is too wide for low scores and too narrow for high ones.${held}`,
      }
    : {
        short: `${percent} of 100 alike: ${range}`,
        full: `Of customers with a score like this, ${percent} of 100 were to come out at ${range}.${held}`,
      };
}
