import type { DraftFinding, DraftProblem } from '@/lib/api/types/drafts';
import type { DecisionTable } from '@/lib/api/types/tables';

/** What is wrong with a row and its cells, or looks odd. */
export interface RowMarks {
  /** By column; what the server says about that cell. */
  cells: ReadonlyMap<number, string>;
  /** About the row as a whole. */
  problem: string | undefined;
  odd: string | undefined;
}

export interface Marks {
  rows: ReadonlyMap<number, RowMarks>;
  /** About the table as a whole or one of its columns. */
  table: string[];
  /** Cells with problems, in reading order; a row as a whole counts as its first cell. */
  order: { row: number; column: number }[];
}

/** A place inside a table: tables/care/rows/3/when/1. */
export interface TablePlace {
  table: string;
  row: number | undefined;
  column: number | undefined;
}

export function tablePlace(place: string, table: DecisionTable | undefined): TablePlace | null {
  const [part, name = '', list, index, side, column] = place.split('/');
  if (part !== 'tables') return null;
  if (list !== 'rows' || index === undefined) return { table: name, row: undefined, column: undefined };
  const inputs = table?.inputs.length ?? 0;
  return {
    table: name,
    row: Number(index),
    column: column === undefined ? undefined : Number(column) + (side === 'then' ? inputs : 0),
  };
}

/** Problems and findings of one table, by the place they are about. */
export function marksOf(
  table: DecisionTable,
  problems: readonly DraftProblem[],
  findings: readonly DraftFinding[],
): Marks {
  const rows = new Map<number, { cells: Map<number, string>; problem?: string; odd?: string }>();
  const rowAt = (row: number) => {
    const known = rows.get(row) ?? { cells: new Map<number, string>() };
    rows.set(row, known);
    return known;
  };
  const about: string[] = [];
  for (const { place, message } of problems) {
    const found = tablePlace(place, table);
    if (found?.table !== table.name) continue;
    if (found.row === undefined) about.push(message);
    else if (found.column === undefined) rowAt(found.row).problem ??= message;
    else rowAt(found.row).cells.set(found.column, message);
  }
  for (const { place, message } of findings) {
    const found = tablePlace(place, table);
    if (found?.table === table.name && found.row !== undefined) rowAt(found.row).odd ??= message;
  }
  const order = [...rows]
    .flatMap(([row, { cells, problem }]) => [
      ...(problem ? [{ row, column: 0 }] : []),
      ...[...cells.keys()].map((column) => ({ row, column })),
    ])
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows: rows as ReadonlyMap<number, RowMarks>, table: about, order };
}
