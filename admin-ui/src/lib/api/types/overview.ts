import type { Shape, With } from '../shape';
import type { MetricSummary } from './models';

export type PreviousKpis = Shape<
  'PreviousKpis',
  'averageClv' | 'churnRiskShare' | 'valueAtRisk' | 'actionsRecommended'
>;

export type Kpis = With<
  Shape<'Kpis', 'averageClv' | 'churnRiskShare' | 'valueAtRisk' | 'actionsRecommended'>,
  { previous: PreviousKpis | null }
>;

export type HistoryPoint = Omit<
  Shape<'KeyFigures', 'averageClv' | 'churnRiskShare' | 'valueAtRisk' | 'actionsRecommended'>,
  'atRiskThreshold'
>;

export type SegmentSummary = Shape<'SegmentFigures'>;

export type ActionSummary = Shape<'ActionFigures', 'channel' | 'segmentTop' | 'expectedValue'>;

export type ModelSummary = With<Shape<'ModelFigures'>, { metric: MetricSummary | null }>;

export type Overview = With<
  Shape<'OverviewView', 'asOf'>,
  {
    strategy: Shape<'LiveVersion'> | null;
    kpis: Kpis;
    history: HistoryPoint[];
    segments: SegmentSummary[];
    actions: ActionSummary[];
    models: ModelSummary[];
  }
>;

export type Scatter = With<
  Shape<'Scatter'>,
  { points: { x: (number | null)[]; y: (number | null)[]; segment: number[] } }
>;
