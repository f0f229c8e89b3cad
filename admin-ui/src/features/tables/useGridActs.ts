import { useMemo, useRef } from 'react';
import type { DecisionTable, TableRow } from '@/lib/api/types/tables';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import type { DraftSession } from '@/lib/draft/session';
import { openRow } from '@/lib/draft/tables';
import { fromTsv, toHtmlTable, toTsv } from '@/lib/table/tsv';
import type { Leave } from './CellEditor';
import { cellText, cellValue, emptied, type GridColumn } from './columns';
import type { Marks } from './marks';
import { copied, type Pasted, pasted } from './paste';
import { at, inside, type Range, rangeOf, type Selection } from './selection';
import type { Editing, GridActs } from './useGridKeys';

interface Setting {
  table: DecisionTable;
  columns: readonly GridColumn[];
  selection: Selection;
  select: (to: Selection) => void;
  setEditing: (to: Editing | null) => void;
  marks: Marks;
  /** Told what became of what was pasted. */
  onPasted: (what: Pasted) => void;
  /** Says in a few words what just happened, for who does not see it. */
  say: (what: string) => void;
}

export type TableActs = GridActs & {
  /** The cells selected. */
  range: () => Range;
  /** To another row, in the same column. */
  row: (row: number) => void;
  moveTo: (row: number) => void;
  /** At the end. */
  add: (row: TableRow) => void;
  write: (text: string, leave: Leave) => void;
};

/**
 * What can be done with the cells and rows selected; each is one step to undo. The same object as long as the grid is open,
 * which knows how things stand when it is asked.
 */
export function useGridActs(setting: Setting): TableActs {
  const { session } = useOpenDraft();
  const now = useRef(setting);
  now.current = setting;
  return useMemo(() => {
    const acts = () => actsOf(now.current, session);
    return {
      range: () => rangeOf(now.current.selection),
      row: (to) => acts().row(to),
      select: (to) => acts().select(to),
      column: (to) => acts().column(to),
      moveTo: (to) => acts().moveTo(to),
      move: (by) => acts().move(by),
      edit: (typed) => acts().edit(typed),
      add: (row) => acts().add(row),
      write: (text, leave) => acts().write(text, leave),
      clear: () => acts().clear(),
      insert: () => acts().insert(),
      duplicate: () => acts().duplicate(),
      remove: () => acts().remove(),
      nextProblem: () => acts().nextProblem(),
      copy: (to) => acts().copy(to),
      paste: (text) => acts().paste(text),
    };
  }, [session]);
}

function actsOf(setting: Setting, session: DraftSession): Omit<TableActs, 'range'> {
  const { table, columns, selection, select: put, setEditing, marks, onPasted, say } = setting;
  const { name } = table;
  const size = { rows: table.rows.length, columns: columns.length };
  const { top, bottom, left, right } = rangeOf(selection);
  const count = bottom - top + 1;
  const select = (to: Selection) => put(inside(to, size));
  const column = (to: number) =>
    put({ row: 0, column: to, anchorRow: Number.MAX_SAFE_INTEGER, anchorColumn: to });
  const rowsAt = (from: number, to = from + count - 1): Selection => ({
    row: from,
    column: selection.column,
    anchorRow: to,
    anchorColumn: selection.anchorColumn,
  });
  const moveTo = (to: number) => {
    const place = Math.max(0, Math.min(size.rows - count, to));
    session.edit({ do: 'table.moveRows', name, at: top, count, to: place });
    put(
      selection.row <= selection.anchorRow
        ? rowsAt(place)
        : { ...rowsAt(place), row: place + count - 1, anchorRow: place },
    );
    say(
      count === 1 ? `Row ${top + 1} is now row ${place + 1}` : `${count} rows now begin at row ${place + 1}`,
    );
  };
  return {
    row: (to) => put(at(to, selection.column)),
    select,
    column,
    moveTo,
    move: (by) => moveTo(top + by),
    edit: (typed) => size.rows > 0 && setEditing({ row: selection.row, column: selection.column, typed }),
    write: (text, leave) => {
      const where = columns[selection.column];
      setEditing(null);
      // A cell that was opened and left as it was keeps its text to the letter.
      if (where && text !== cellText(table, selection.row, selection.column)) {
        const cells = [[cellValue(where, text)]];
        session.edit({ do: 'table.cells', name, row: selection.row, column: selection.column, cells });
      }
      const { row, column: from } = selection;
      if (leave === 'down') select(at(row + 1, from));
      else if (leave === 'up') select(at(row - 1, from));
      else if (leave === 'right') select(at(row, from + 1));
      else if (leave === 'left') select(at(row, from - 1));
    },
    clear: () => {
      const line = columns.slice(left, right + 1).map(emptied);
      const cells = Array.from({ length: Math.min(count, size.rows - top) }, () => line);
      session.edit({ do: 'table.cells', name, row: top, column: left, cells });
    },
    insert: () => {
      const below = size.rows === 0 ? 0 : bottom + 1;
      session.edit({ do: 'table.rows', name, at: below, out: 0, in: [openRow(table)] });
      put(at(below, 0));
      say(`Row ${below + 1} is new`);
    },
    add: (row) => {
      session.edit({ do: 'table.rows', name, at: size.rows, out: 0, in: [row] });
      put(at(size.rows, 0));
      say(`Row ${size.rows + 1} is new`);
    },
    duplicate: () => {
      const copies = table.rows.slice(top, bottom + 1);
      session.edit({ do: 'table.rows', name, at: bottom + 1, out: 0, in: copies });
      put(rowsAt(bottom + 1, bottom + copies.length));
      say(copies.length === 1 ? `Row ${top + 1} is duplicated` : `${copies.length} rows are duplicated`);
    },
    remove: () => {
      session.edit({ do: 'table.rows', name, at: top, out: count, in: [] });
      put(at(Math.max(0, Math.min(top, size.rows - count - 1)), selection.column));
      say(count === 1 ? `Row ${top + 1} is deleted` : `${count} rows are deleted`);
    },
    nextProblem: () => {
      const next =
        marks.order.find(
          (p) => p.row > selection.row || (p.row === selection.row && p.column > selection.column),
        ) ?? marks.order[0];
      if (next) put(at(next.row, next.column));
      else say('There is no problem in this table');
    },
    copy: (to) => {
      const cells = copied(table, { top, bottom, left, right });
      to.setData('text/plain', toTsv(cells));
      to.setData('text/html', toHtmlTable(cells));
      say(`${count} × ${right - left + 1} cells are copied`);
    },
    paste: (text) => {
      if (text === '') return;
      const what = pasted(table, columns, { top, bottom, left, right }, fromTsv(text));
      session.edit({ do: 'table.cells', name, row: what.row, column: what.column, cells: what.cells });
      const wide = Math.max(1, ...what.cells.map((line) => line.length));
      put({
        row: what.row,
        column: what.column,
        anchorRow: what.row + what.cells.length - 1,
        anchorColumn: what.column + wide - 1,
      });
      onPasted(what);
    },
  };
}
