import type { Shape, With } from '../shape';

/** How many go from one group to another, and what they are worth. */
export type TransitionCell = Shape<'Cell'>;

/** Who goes from which group to which, those who stay included; empty cells are left out. */
export type Transitions = With<Shape<'Matrix'>, { groups: Shape<'Group'>[]; cells: TransitionCell[] }>;

export type SimulationResult = With<Shape<'Result'>, { segments: Transitions; actions: Transitions }>;

export type Simulation = With<Shape<'SimulationView', 'obstacle'>, { result: SimulationResult | null }>;

export type SimulationChange = Shape<'ChangeView'>;

export type Publication = Pick<Shape<'Publication'>, 'version' | 'publishedAt' | 'publishedBy' | 'reason'>;
