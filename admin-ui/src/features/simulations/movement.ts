import type { TransitionCell, Transitions } from '@/lib/api/types/simulations';
import type { Formats } from '@/lib/format';

/** The cells in which somebody moves, the largest first. */
export const moves = ({ cells }: Transitions): TransitionCell[] =>
  cells.filter((c) => c.from !== c.to).sort((a, b) => b.customers - a.customers);

/** The groups that anybody is in before or after, in their own order. */
export const inUse = ({ groups, cells }: Transitions) =>
  groups.filter((g) => cells.some((c) => c.from === g.name || c.to === g.name));

export const labelOf = ({ groups }: Transitions, name: string) =>
  groups.find((g) => g.name === name)?.label ?? name;

/** Rows for the table and the CSV of a movement. */
export const cellRows = (transitions: Transitions, { fixed }: Formats): (string | number)[][] =>
  transitions.cells.map((c) => [
    labelOf(transitions, c.from),
    labelOf(transitions, c.to),
    c.customers,
    fixed(c.valueBefore, 2),
    fixed(c.valueAfter, 2),
  ]);

export const CELL_COLUMNS = ['From', 'To', 'Customers', 'Expected value before', 'Expected value after'];
