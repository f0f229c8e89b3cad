import type { AdjustableSetting, TrainingRecipe } from '@/lib/api/types/models';
import { sent, withChange, withoutChanges } from './trainingSettings';

const depth: AdjustableSetting = {
  name: 'depth',
  kind: 'WHOLE_NUMBER',
  value: '3',
  lowest: 1,
  highest: 8,
  choices: [],
  description: '',
};
const churn = { score: 'churn_risk' } as TrainingRecipe;

it('a setting back at the value of the recipe is no change', () => {
  const changed = withChange({}, 'churn_risk', 'boosting', depth, '4');
  expect(sent(changed, [churn])).toEqual({ churn_risk: { boosting: { depth: '4' } } });
  expect(sent(withChange(changed, 'churn_risk', 'boosting', depth, '3'), [churn])).toEqual({});
});

it('changes of a score that is not trained are not sent, nor those taken back', () => {
  const changed = withChange({}, 'clv', 'boosting', depth, '4');
  expect(sent(changed, [churn])).toEqual({});
  expect(sent(withoutChanges(changed, 'clv', 'boosting'), [{ ...churn, score: 'clv' }])).toEqual({});
});
