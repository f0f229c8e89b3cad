import type { Cell, DecisionTable, TableOutput, TableRow } from '../api/types/tables';
import { ANYTHING } from '../table/cell';
import { openRow } from './tables';

/** Everything an author can do to the decision tables of a draft. Columns are counted over inputs, then outputs. */
export type TableEdit =
  | { do: 'table.add'; table: DecisionTable; at?: number }
  | { do: 'table.delete'; name: string }
  | {
      do: 'table.set';
      name: string;
      set: Partial<Pick<DecisionTable, 'label' | 'hitPolicy' | 'aggregation'>>;
    }
  | { do: 'table.replace'; name: string; table: DecisionTable }
  /** Writes a block; rows below the last are added; undefined leaves a cell as it is. */
  | { do: 'table.cells'; name: string; row: number; column: number; cells: (Cell | undefined)[][] }
  /** Takes rows out at an index and puts others in. */
  | { do: 'table.rows'; name: string; at: number; out: number; in: TableRow[] }
  /** So many rows from an index, to a place counted among the others. */
  | { do: 'table.moveRows'; name: string; at: number; count: number; to: number }
  | { do: 'table.addInput'; name: string; term: string; at: number }
  | { do: 'table.addOutput'; name: string; output: TableOutput }
  | { do: 'table.setOutput'; name: string; at: number; set: Partial<TableOutput> }
  | { do: 'table.deleteColumn'; name: string; column: number };

/** The tables after an edit. One about a table that is not there changes nothing. */
export function editedTables(tables: DecisionTable[], edit: TableEdit): DecisionTable[] {
  if (edit.do === 'table.add') return tables.toSpliced(edit.at ?? tables.length, 0, edit.table);
  const place = tables.findIndex((t) => t.name === edit.name);
  const table = tables[place];
  if (!table) return tables;
  if (edit.do === 'table.delete') return tables.toSpliced(place, 1);
  const to = editedTable(table, edit);
  return to === table ? tables : tables.with(place, to);
}

type Inside = Exclude<TableEdit, { do: 'table.add' } | { do: 'table.delete' }>;

function editedTable(table: DecisionTable, edit: Inside): DecisionTable {
  const { inputs, outputs, rows } = table;
  switch (edit.do) {
    case 'table.set':
      return { ...table, ...edit.set };
    case 'table.replace':
      return edit.table;
    case 'table.cells':
      return withCells(table, edit.row, edit.column, edit.cells);
    case 'table.rows':
      return { ...table, rows: rows.toSpliced(edit.at, edit.out, ...edit.in) };
    case 'table.moveRows':
      return withMoved(table, edit.at, edit.count, edit.to);
    case 'table.addInput':
      return {
        ...table,
        inputs: inputs.toSpliced(edit.at, 0, edit.term),
        rows: rows.map((row) => ({ ...row, when: row.when.toSpliced(edit.at, 0, ANYTHING) })),
      };
    case 'table.addOutput': {
      const value = edit.output.values?.[0] ?? null;
      return {
        ...table,
        outputs: [...outputs, edit.output],
        rows: rows.map((row) => ({ ...row, then: [...row.then, value] })),
      };
    }
    case 'table.setOutput': {
      const output = outputs[edit.at];
      return output ? { ...table, outputs: outputs.with(edit.at, { ...output, ...edit.set }) } : table;
    }
    case 'table.deleteColumn':
      return withoutColumn(table, edit.column);
  }
}

function withCells(
  table: DecisionTable,
  row: number,
  column: number,
  cells: (Cell | undefined)[][],
): DecisionTable {
  const rows = [...table.rows];
  const start = Math.min(row, rows.length);
  cells.forEach((line, i) => {
    rows[start + i] = withLine(table, rows[start + i] ?? openRow(table), column, line);
  });
  return rows.length === table.rows.length && rows.every((r, i) => r === table.rows[i])
    ? table
    : { ...table, rows };
}

function withLine(
  { inputs, outputs }: DecisionTable,
  row: TableRow,
  column: number,
  line: (Cell | undefined)[],
): TableRow {
  const when = [...row.when];
  const then = [...row.then];
  line.forEach((cell, i) => {
    const at = column + i;
    if (cell === undefined) return;
    if (at < inputs.length) when[at] = String(cell ?? ANYTHING);
    else if (at < inputs.length + outputs.length) then[at - inputs.length] = cell;
  });
  const unchanged = when.every((t, i) => t === row.when[i]) && then.every((v, i) => v === row.then[i]);
  return unchanged ? row : { ...row, when, then };
}

function withMoved(table: DecisionTable, at: number, count: number, to: number): DecisionTable {
  const moved = table.rows.slice(at, at + count);
  const others = table.rows.toSpliced(at, count);
  const place = Math.max(0, Math.min(others.length, to));
  return place === at || moved.length === 0
    ? table
    : { ...table, rows: others.toSpliced(place, 0, ...moved) };
}

function withoutColumn(table: DecisionTable, column: number): DecisionTable {
  const { inputs, outputs, rows } = table;
  if (column < inputs.length) {
    return {
      ...table,
      inputs: inputs.toSpliced(column, 1),
      rows: rows.map((row) => ({ ...row, when: row.when.toSpliced(column, 1) })),
    };
  }
  const at = column - inputs.length;
  if (at >= outputs.length) return table;
  return {
    ...table,
    outputs: outputs.toSpliced(at, 1),
    rows: rows.map((row) => ({ ...row, then: row.then.toSpliced(at, 1) })),
  };
}

/** Like those of {@link sameThing}: what is typed in one go is undone as one. */
export const sameTableThing = (edit: TableEdit): string | null =>
  edit.do === 'table.set'
    ? `${edit.do} ${edit.name} ${Object.keys(edit.set).join()}`
    : edit.do === 'table.setOutput'
      ? `${edit.do} ${edit.name} ${edit.at} ${Object.keys(edit.set).join()}`
      : null;
