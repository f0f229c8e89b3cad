import type { Cell, DecisionTable, TableOutput, TableRow } from '../api/types/tables';
import { ANYTHING } from '../table/cell';
import { aligned } from './align';
import { same } from './steps';
import { openRow } from './tables';

export interface Three<T> {
  base: T;
  theirs: T;
  mine: T;
}

/** Takes what one side changed; where both did, the side that was chosen for the place. */
export type Decide = <T>(place: string, three: Three<T>) => T;

/** A row by the names of its columns, whatever order these have. */
type Line = Map<string, Cell>;

const SIDES = ['base', 'theirs', 'mine'] as const;

const asks = (name: string) => `when ${name}`;
const gives = (name: string) => `then ${name}`;

const linesOf = ({ inputs, outputs, rows }: DecisionTable): Line[] =>
  rows.map(
    ({ when, then }) =>
      new Map<string, Cell>([
        ...inputs.map((name, i) => [asks(name), when[i] ?? ANYTHING] as const),
        ...outputs.map(({ name }, i) => [gives(name), then[i] ?? null] as const),
      ]),
  );

/** Whether columns are told apart by their names. */
export const hasNames = ({ inputs, outputs }: DecisionTable): boolean =>
  new Set(inputs).size === inputs.length && new Set(outputs.map((o) => o.name)).size === outputs.length;

/**
 * The rows of a table that two people changed. Rows have no ids: each is found again by what it has in common with what it was.
 * A row that only one side changed, added, moved or deleted is taken from there; of one that both changed, cell by cell.
 *
 * @param inputs of the joined table
 * @param outputs of the joined table
 */
export function mergedRows(
  place: string,
  tables: Three<DecisionTable>,
  inputs: readonly string[],
  outputs: readonly TableOutput[],
  decide: Decide,
): TableRow[] {
  const [base, theirs, mine] = SIDES.map((side) => linesOf(tables[side])) as [Line[], Line[], Line[]];
  const inTheirs = aligned(base.length, theirs.length, likeness(base, theirs));
  const inMine = aligned(base.length, mine.length, likeness(base, mine));
  const fresh = openRow({ ...tables.mine, inputs: [...inputs], outputs: [...outputs] });
  const rowOf = (line: Line): TableRow => ({
    when: inputs.map((name) => String(line.get(asks(name)) ?? ANYTHING)),
    then: outputs.map(({ name }, i) => {
      const value = line.get(gives(name));
      return value === undefined ? (fresh.then[i] ?? null) : value;
    }),
  });
  const merged: Line[] = [];
  const addAfter = (at: number) => {
    const news = [added(mine, inMine, at), added(theirs, inTheirs, at)] as const;
    const [ours, others] = news;
    merged.push(...ours, ...others.filter((line) => !ours.some((our) => sameLine(our, line))));
  };
  addAfter(-1);
  base.forEach((line, at) => {
    const [t, m] = [theirs[inTheirs[at] ?? -1], mine[inMine[at] ?? -1]];
    const where = `${place}/rows/${at}`;
    if (t && m) merged.push(mergedLine(where, { base: line, theirs: t, mine: m }, inputs, outputs, decide));
    else if (t || m) {
      const three = { base: rowOf(line), theirs: t && rowOf(t), mine: m && rowOf(m) };
      const kept = decide<TableRow | undefined>(where, three);
      if (kept) merged.push((kept === three.theirs ? t : m) ?? line);
    }
    addAfter(at);
  });
  return merged.map(rowOf);
}

/** The rows of a side that follow what became of a row of the base, and were not there. */
function added(side: readonly Line[], match: readonly number[], after: number): Line[] {
  const known = new Set(match);
  // Behind a row that is gone, new rows stand behind what became of the one above it.
  if (after >= 0 && match[after] === -1) return [];
  const from = after < 0 ? 0 : (match[after] ?? 0) + 1;
  let to = from;
  while (to < side.length && !known.has(to)) to++;
  return side.slice(from, to);
}

function mergedLine(
  place: string,
  { base, theirs, mine }: Three<Line>,
  inputs: readonly string[],
  outputs: readonly TableOutput[],
  decide: Decide,
): Line {
  const names = [
    ...inputs.map((name, i) => [asks(name), `when/${i}`] as const),
    ...outputs.map(({ name }, i) => [gives(name), `then/${i}`] as const),
  ];
  const line: Line = new Map();
  for (const [name, where] of names) {
    const three = { base: base.get(name), theirs: theirs.get(name), mine: mine.get(name) };
    // A column that only one side has is filled in by that side.
    const value =
      three.mine === undefined
        ? three.theirs
        : three.theirs === undefined
          ? three.mine
          : decide(`${place}/${where}`, three);
    if (value !== undefined) line.set(name, value);
  }
  return line;
}

const sameLine = (a: Line, b: Line) => same([...a], [...b]);

/** The share of the columns of both in which two rows say the same. */
const likeness =
  (before: readonly Line[], after: readonly Line[]) =>
  (i: number, j: number): number => {
    const [a, b] = [before[i], after[j]];
    if (!a || !b) return 0;
    let [both, equal] = [0, 0];
    for (const [name, value] of a) {
      if (!b.has(name)) continue;
      both++;
      if (b.get(name) === value) equal++;
    }
    return both === 0 ? 1 : equal / both;
  };
