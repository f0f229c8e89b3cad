import type { Shape, With } from '../shape';

export type MetricSummary = Shape<'Metric', 'low' | 'high' | 'baseline'>;

export type ModelInput = Pick<Shape<'Input'>, 'name' | 'type' | 'use'>;

/** What is known of a model: how it was made and how good it honestly is. */
export type ModelCard = With<
  Omit<Shape<'ModelCard'>, 'scores'>,
  { data: Shape<'Data'>; metrics: MetricSummary[]; inputs: ModelInput[] }
>;

export type ModelAlias = 'CHAMPION' | 'CHALLENGER' | 'SHADOW';

/** One version of a model; its name is that of its score. */
export type Model = With<
  Shape<'ModelVersion'>,
  { card: ModelCard; metrics: MetricSummary[]; aliases: ModelAlias[] }
>;

export type TrainingRecipe = Shape<'RecipeView'>;
