import type { Simulation, SimulationResult, Transitions } from '@/lib/api/types/simulations';

/** One figure of two simulations. */
export interface ComparedFigure {
  name: string;
  kind: 'count' | 'money';
  first: number;
  second: number;
}

export type Finished = Simulation & { result: SimulationResult };

export const isFinished = (simulation: Simulation): simulation is Finished => simulation.result !== null;

const HEAD: [string, ComparedFigure['kind'], (r: SimulationResult) => number][] = [
  ['Customers decided', 'count', (r) => r.customers],
  ['Customers who change', 'count', (r) => r.changed],
  ['Another segment', 'count', (r) => r.segments.moved],
  ['Another first action', 'count', (r) => r.actions.moved],
  ['Expected value', 'money', (r) => r.valueAfter],
  ['Cost of first actions', 'money', (r) => r.load.costAfter],
  ['Offered something', 'count', (r) => r.load.contactedAfter],
];

export const headFigures = (first: SimulationResult, second: SimulationResult): ComparedFigure[] =>
  HEAD.map(([name, kind, of]) => ({ name, kind, first: of(first), second: of(second) }));

export const contactFigures = ({ load }: SimulationResult, other: SimulationResult): ComparedFigure[] =>
  joined(
    load.channels.map((c) => [c.channel, c.label, c.after]),
    other.load.channels.map((c) => [c.channel, c.label, c.after]),
  );

/** Customers of each group under the strategies that were tried. */
export const groupFigures = (first: Transitions, second: Transitions): ComparedFigure[] =>
  joined(after(first), after(second));

type Counted = [id: string, label: string, customers: number];

const after = ({ groups, cells }: Transitions): Counted[] =>
  groups.map((g) => [
    g.name,
    g.label,
    cells.filter((c) => c.to === g.name).reduce((sum, c) => sum + c.customers, 0),
  ]);

function joined(first: Counted[], second: Counted[]): ComparedFigure[] {
  const all = new Map([...second, ...first].map(([id, label]) => [id, label]));
  const of = (counted: Counted[], id: string) => counted.find(([one]) => one === id)?.[2] ?? 0;
  return [...new Set([...first, ...second].map(([id]) => id))]
    .map((id) => ({
      name: all.get(id) ?? id,
      kind: 'count' as const,
      first: of(first, id),
      second: of(second, id),
    }))
    .filter((f) => f.first > 0 || f.second > 0);
}

/** Why two simulations are not of the same question; empty = they are. */
export function unlike(first: Finished, second: Finished): string[] {
  const said: string[] = [];
  if (first.strategyBefore !== second.strategyBefore) {
    said.push('They were made against different live strategies.');
  }
  if (first.result.customers !== second.result.customers) {
    said.push('They were made over different customers.');
  }
  return said;
}
