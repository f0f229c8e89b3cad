import type { Shape, With } from '../shape';
import type { Condition } from './condition';

export type StrategySegment = With<Shape<'SegmentView'>, { condition: Condition | null }>;

export type StrategyAction = With<Shape<'ActionView'>, { condition: Condition | null }>;

export type Guardrail = Shape<'GuardrailView'>;

/** Which of two strategies that are live together decides for a customer. */
export type Arm = Shape<'ChallengerEnd'>['kept'];

/** What one of them gave the customers whom it decides for. */
export type ArmFigures = Shape<'ArmView'>;

export type ArmPart = Shape<'PartView'>;

export type Comparison = Shape<'ComparisonView'>;

/** The strategy tried on a share of the customers. */
export type Challenger = Shape<'ChallengerView'>;

export type StrategyFeature = Shape<'FeatureView'>;

export type LiveStrategy = With<
  Shape<'StrategyView'>,
  {
    segments: StrategySegment[];
    actions: StrategyAction[];
    arbitration: Shape<'ArbitrationView'>;
    contact: With<Shape<'ContactPolicyView'>, { limits: Shape<'LimitView'>[] }>;
    channels: Shape<'ChannelView'>[];
    guardrails: Guardrail[];
    features: StrategyFeature[];
    models: Shape<'ModelView'>[];
    holdout: Shape<'HoldoutView'>;
    base: Shape<'BaseView'>;
  }
>;
