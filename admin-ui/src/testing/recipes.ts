import type { TrainingRecipe } from '@/lib/api/types/models';
import type { ColumnChoice, TargetChoice } from '@/lib/api/types/training';
import { RECIPES } from './models';

const number = (name: string, label: string, unit = '', ...madeOf: string[]): ColumnChoice => ({
  name,
  label,
  type: 'NUMBER',
  unit,
  origin: 'ATTRIBUTE',
  description: `What ${label.toLowerCase()} means.`,
  madeOf: madeOf.length > 0 ? madeOf : [name],
  personal: false,
});

const COLUMNS: ColumnChoice[] = [
  number('age', 'Age', 'years'),
  number('annual_income', 'Annual income', 'EUR'),
  number('loyalty_score', 'Loyalty score'),
  number('purchase_frequency', 'Purchase frequency'),
  number('purchase_amount', 'Purchase amount', 'EUR'),
  number('churn_risk_score', 'Disengagement index', '', 'loyalty_score', 'purchase_frequency'),
  { ...number('region', 'Region'), type: 'TEXT' },
];

const NO_TRANSACTIONS = 'There are no transactions.\nMaybe import them first.';

const target = (kind: TargetChoice['kind'], label: string, because = ''): TargetChoice => ({
  kind,
  label,
  possible: because === '',
  because,
  customers: because === '' ? 60 : 0,
  asOf: because === '' ? '2026-03-03' : null,
});

const TARGETS: Record<string, TargetChoice[]> = {
  churn_risk: [
    target('CHURN', 'No purchase in the 12 months after the cut', NO_TRANSACTIONS),
    target('CONDITION', 'A condition over attributes and features'),
  ],
  clv: [
    target('SPEND', 'Net spend in the 12 months after the cut', NO_TRANSACTIONS),
    target('ATTRIBUTE', 'An attribute or feature'),
  ],
};

/** The recipes of the made-up server, with what recipes of one's own may choose from. */
export const OWN_RECIPES: TrainingRecipe[] = RECIPES.map((recipe) => ({
  ...recipe,
  possible: true,
  because: '',
  customers: 60,
  kind: recipe.score === 'clv' ? 'AMOUNT' : 'PROBABILITY',
  own: {
    targets: TARGETS[recipe.score] ?? [],
    columns: COLUMNS,
    trainers: ['boosting', recipe.score === 'clv' ? 'linear' : 'logistic'].map((trainer) => ({
      trainer,
      features: [],
      settings: recipe.adjustable[0]?.settings ?? [],
      parts: [],
    })),
  },
}));
