import type { Step } from '@/components/charts/Waterfall';
import type { ScoreExplanation } from '@/lib/api/types/decision';

const LARGEST = 7;

/** The score at a point of the scale on which attributions add up. */
export function scoreAt(scale: ScoreExplanation['scale'], sum: number): number {
  if (scale === 'LOG') return Math.exp(sum);
  return scale === 'LOG_ODDS' ? 1 / (1 + Math.exp(-sum)) : sum;
}

/**
 * From the average to the customer's score, the largest attribution first. Attributions add up exactly on their own scale;
 * how far a step moves the score depends on the steps before it. Small ones come last, together.
 */
export function explanationSteps({ scale, baseline, attributions }: ScoreExplanation): Step[] {
  const small = attributions.slice(LARGEST);
  const shown = attributions
    .slice(0, LARGEST)
    .map((a) => ({ label: a.label, value: a.value, by: a.attribution }));
  if (small.length > 0) {
    const by = small.reduce((sum, a) => sum + a.attribution, 0);
    shown.push({ label: `${small.length} others`, value: 'each adds less', by });
  }
  let sum = baseline;
  return shown.map(({ label, value, by }) => {
    const from = scoreAt(scale, sum);
    sum += by;
    return { label, value, from, to: scoreAt(scale, sum) };
  });
}
