import type { Cell, DecisionTable } from '@/lib/api/types/tables';
import { readTests } from '@/lib/table/cell';
import { cellText, cellValue, type GridColumn } from './columns';
import type { Range } from './selection';

/** What pasting rows at a cell comes to. */
export interface Pasted {
  /** Where the block begins, and what it writes; undefined leaves a cell as it is. */
  row: number;
  column: number;
  cells: (Cell | undefined)[][];
  addedRows: number;
  /** Columns of the clipboard to the right of the last one of the table. */
  lostColumns: number;
  /** Cells that are taken as they are, though no such test or value is known. */
  unread: { row: number; column: string; text: string }[];
}

/** Rows from a spreadsheet at a range: one single cell fills all of it, else the block begins at its first cell. */
export function pasted(
  table: DecisionTable,
  columns: readonly GridColumn[],
  range: Range,
  block: readonly (readonly string[])[],
): Pasted {
  const single = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? '') : null;
  const lines = single === null ? block : filled(single, range);
  const { top, left } = range;
  const unread: Pasted['unread'] = [];
  const cells = lines.map((line, i) =>
    line.slice(0, columns.length - left).map((text, j) => {
      const column = columns[left + j];
      if (!column) return undefined;
      // What is the same already stays what it is: the text "5" does not become the number 5.
      if (top + i < table.rows.length && cellText(table, top + i, left + j) === text) return undefined;
      const value = cellValue(column, text);
      if (!isRead(column, value)) unread.push({ row: top + i, column: column.label, text });
      return value;
    }),
  );
  return {
    row: top,
    column: left,
    cells,
    addedRows: Math.max(0, top + lines.length - table.rows.length),
    lostColumns: Math.max(0, Math.max(0, ...lines.map((line) => line.length)) - (columns.length - left)),
    unread,
  };
}

const filled = (text: string, { top, bottom, left, right }: Range): string[][] =>
  Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => text));

function isRead(column: GridColumn, value: Cell): boolean {
  if (column.part === 'when') return readTests(String(value)) !== null;
  const { values = [] } = column.output;
  return value !== null && (values.length === 0 || values.includes(value));
}

/** The cells of a range as texts, to be copied. */
export const copied = (table: DecisionTable, { top, bottom, left, right }: Range): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (_, j) => cellText(table, top + i, left + j)),
  );
