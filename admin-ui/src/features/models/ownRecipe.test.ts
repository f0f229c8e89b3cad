import type { Condition } from '@/lib/api/types/condition';
import { OWN_RECIPES } from '@/testing/recipes';
import { draftFor, featuresOf, isReady, nestedTrainings, recipesOf } from './ownRecipe';

const [churn, clv] = OWN_RECIPES;
if (!churn || !clv) throw new Error('The made-up server trains two scores.');
const { columns } = churn.own;

const quiet: Condition = { all: [{ term: 'loyalty_score', operator: 'AT_MOST', value: 6 }] };

it('the first target that is possible is proposed, with the features of the shipped recipe', () => {
  const draft = draftFor(churn);
  expect(draft.kind).toBe('CONDITION');
  expect(draft.features).toContain('loyalty_score');
  expect(isReady(draft, columns)).toBe(false);
});

it('what the target is made of is no input, nor what is computed from it', () => {
  const draft = { ...draftFor(churn), features: columns.map((c) => c.name), condition: quiet };
  expect(featuresOf(draft, columns)).not.toContain('loyalty_score');
  expect(featuresOf(draft, columns)).not.toContain('churn_risk_score');
  expect(featuresOf(draft, columns)).toContain('annual_income');
  expect(isReady(draft, columns)).toBe(true);
});

it('a comparison without its number is not ready', () => {
  const open: Condition = { all: [{ term: 'loyalty_score', operator: 'AT_MOST', value: null }] };
  expect(isReady({ ...draftFor(churn), condition: open }, columns)).toBe(false);
});

it('each trainer gets a recipe with the same target, its own settings and what was asked for', () => {
  const draft = {
    ...draftFor(clv),
    of: 'purchase_amount',
    trainers: ['linear', 'boosting'],
    settings: { clv: { linear: { l2: '0.001' } } },
    aims: ' r2 > 0.8 ',
  };
  const recipes = recipesOf(draft, clv.own.columns);
  expect(recipes.map((r) => [r.trainer, r.target, r.settings])).toEqual([
    ['linear', { kind: 'ATTRIBUTE', of: 'purchase_amount' }, { l2: '0.001', aims: 'r2 > 0.8' }],
    ['boosting', { kind: 'ATTRIBUTE', of: 'purchase_amount' }, { aims: 'r2 > 0.8' }],
  ]);
});

it('tuning inside the folds says how often it learns', () => {
  const setting = (name: string, value: string) => ({
    name,
    kind: 'WHOLE_NUMBER' as const,
    value,
    lowest: null,
    highest: null,
    choices: [],
    description: '',
  });
  const trainer = {
    trainer: 'boosting',
    features: [],
    settings: [setting('folds', '5'), setting('tune', 'false')],
    parts: [],
  };
  expect(nestedTrainings(trainer, {})).toBeNull();
  expect(nestedTrainings(trainer, { tune: 'true', repeats: '4' })).toBe(60);
});
