import type { ScoreExplanation } from '@/lib/api/types/decision';
import { explanationSteps } from './explanationSteps';

const explanation = (scale: ScoreExplanation['scale'], amounts: number[]): ScoreExplanation => ({
  score: 'churn_risk',
  label: 'Churn risk',
  scale,
  baseline: -0.4,
  baselineScore: 0.4,
  sentence: '',
  attributions: amounts.map((attribution, i) => ({
    input: `x${i}`,
    label: `Input ${i}`,
    value: '1',
    attribution,
  })),
});

it('steps lead from the average to the score, each beginning where the one before ended', () => {
  const steps = explanationSteps(explanation('LOG_ODDS', [1.2, -0.5, 0.1]));
  expect(steps[0]?.from).toBeCloseTo(1 / (1 + Math.exp(0.4)), 12);
  expect(steps.at(-1)?.to).toBeCloseTo(1 / (1 + Math.exp(-0.4)), 12);
  steps.slice(1).forEach((step, i) => {
    expect(step.from).toBe(steps[i]?.to);
  });
});

it('many small attributions are shown as one, and nothing is lost', () => {
  const amounts = Array.from({ length: 15 }, (_, i) => 1 / (i + 1));
  const steps = explanationSteps(explanation('LOG', amounts));
  expect(steps).toHaveLength(8);
  expect(steps.at(-1)?.label).toBe('8 others');
  const sum = amounts.reduce((a, b) => a + b, -0.4);
  expect(steps.at(-1)?.to).toBeCloseTo(Math.exp(sum), 12);
});
