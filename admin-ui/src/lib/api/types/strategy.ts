import type { Shape, With } from '../shape';
import type { Condition } from './condition';

export type StrategySegment = With<Shape<'SegmentView'>, { condition: Condition | null }>;

export type StrategyAction = With<Shape<'ActionView'>, { condition: Condition | null }>;

export type Guardrail = Shape<'GuardrailView'>;

export type StrategyFeature = Shape<'FeatureView'>;

export type LiveStrategy = With<
  Shape<'StrategyView'>,
  {
    segments: StrategySegment[];
    actions: StrategyAction[];
    arbitration: Shape<'ArbitrationView'>;
    channels: Shape<'ChannelView'>[];
    guardrails: Guardrail[];
    features: StrategyFeature[];
    models: Shape<'ModelView'>[];
    holdout: Shape<'HoldoutView'>;
    base: Shape<'BaseView'>;
  }
>;
