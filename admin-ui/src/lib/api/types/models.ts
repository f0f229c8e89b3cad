import type { Shape, With } from '../shape';

export type MetricSummary = Shape<'ModelMetric'>;

/** An input; without attributes that the file computes it from, it must be supplied to whoever scores. */
export type ModelInput = Pick<Shape<'ModelInput'>, 'name' | 'type' | 'use'> &
  Partial<Pick<Shape<'ModelInput'>, 'computedFrom'>>;

/** One reason for doubt; a server newer than this console may know further kinds. */
export type Finding = With<Shape<'CardFinding'>, { kind: string }>;

/** A figure of a compared row: null where it cannot be computed or there is none. */
export type EvidenceFigure = Shape<'EvidenceFigure'>;

/** The role is that of a row in a comparison of times, the model that of a row about another version. */
export type EvidenceRow = With<
  Shape<'EvidenceRow'>,
  { figures: EvidenceFigure[]; role?: RowRole; model?: Shape<'ComparedModel'> }
>;

export type RowRole = NonNullable<Shape<'EvidenceRow'>['role']>;

/** The cut is there where a recipe was held out by time. */
export type EvidenceTable = With<Shape<'EvidenceTable'>, { rows: EvidenceRow[]; cut?: Shape<'TimeCut'> }>;

/** Each point is three numbers: what x, y and z name. */
export type EvidenceCurve = Shape<'EvidenceCurve'>;

export interface Evidence {
  findings: Finding[];
  tables: EvidenceTable[];
  curves: EvidenceCurve[];
}

/** How the scores of the training rows were distributed: every twentieth of numbers, or the share of each category. */
export type Distribution = Shape<'ReferenceDistribution'>;

/** What is known of a model: how it was made and how good it honestly is. */
export type ModelCard = With<
  Shape<'ModelCard'>,
  {
    data: Shape<'TrainingData'>;
    metrics: MetricSummary[];
    inputs: ModelInput[];
    scores: Distribution;
    evidence: Evidence;
  }
>;

export type ModelAlias = 'CHAMPION' | 'CHALLENGER' | 'SHADOW';

/** Whether a version may replace the champion, and why. */
export type Promotion = Shape<'Promotion'>;

/** How a version did against the champion of that time. */
export type Contest = NonNullable<Promotion['contest']>;

/** One version of a model; its name is that of its score. */
export type Model = With<
  Shape<'ModelVersion'>,
  { card: ModelCard; metrics: MetricSummary[]; aliases: ModelAlias[]; promotion: Promotion }
>;

/** A version as a list shows it. */
export type ModelSummary = With<
  Shape<'ModelSummary'>,
  { metrics: MetricSummary[]; aliases: ModelAlias[]; promotion: Shape<'PromotionStanding'> }
>;

/** A setting of a trainer that may be changed for one training. */
export type AdjustableSetting = Shape<'AdjustableSetting'>;

export type TrainerSettings = Shape<'TrainerSettings'>;

export type TrainingRecipe = Shape<'RecipeView'>;
