import type { Shape } from '../shape';

/** How many go from one group to another, and what they are worth. */
export type TransitionCell = Shape<'TransitionCell'>;

/** Who goes from which group to which, those who stay included; empty cells are left out. */
export type Transitions = Shape<'TransitionMatrix'>;

export type SimulationResult = Shape<'SimulationResult'>;

export type Simulation = Shape<'SimulationView'>;

/** A simulation as a list shows it. */
export type SimulationSummary = Shape<'SimulationSummary'>;

export type SimulationChange = Shape<'ChangeView'>;

export type Publication = Pick<Shape<'Publication'>, 'version' | 'publishedAt' | 'publishedBy' | 'reason'>;

/** How groups fare by one attribute that nobody can change. */
export type AttributeGroups = Shape<'AttributeGroups'>;
