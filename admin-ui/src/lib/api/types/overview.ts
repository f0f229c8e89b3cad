import type { Shape, With } from '../shape';

export type PreviousKpis = Shape<'PreviousKpis'>;

export type Kpis = Shape<'OverviewKpis'>;

export type HistoryPoint = Omit<Shape<'KeyFigures'>, 'atRiskThreshold'>;

export type SegmentSummary = Shape<'SegmentFigures'>;

export type ActionSummary = Shape<'ActionFigures'>;

export type ModelSummary = Shape<'ModelFigures'>;

export type Overview = With<Shape<'OverviewView'>, { history: HistoryPoint[] }>;

export type Scatter = With<
  Shape<'Scatter'>,
  { points: { x: (number | null)[]; y: (number | null)[]; segment: number[] } }
>;
