/** The cell in use and the other corner of what is selected. */
export interface Selection {
  row: number;
  column: number;
  anchorRow: number;
  anchorColumn: number;
}

export interface Size {
  rows: number;
  columns: number;
}

/** The cells selected, both ends included. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const at = (row: number, column: number): Selection => ({
  row,
  column,
  anchorRow: row,
  anchorColumn: column,
});

export const START = at(0, 0);

export const rangeOf = ({ row, column, anchorRow, anchorColumn }: Selection): Range => ({
  top: Math.min(row, anchorRow),
  bottom: Math.max(row, anchorRow),
  left: Math.min(column, anchorColumn),
  right: Math.max(column, anchorColumn),
});

const within = (n: number, count: number) => Math.max(0, Math.min(count - 1, n));

/** The same selection in a table that may have become smaller. */
export function inside(selection: Selection, { rows, columns }: Size): Selection {
  const to = {
    row: within(selection.row, rows),
    column: within(selection.column, columns),
    anchorRow: within(selection.anchorRow, rows),
    anchorColumn: within(selection.anchorColumn, columns),
  };
  const same = (Object.keys(to) as (keyof Selection)[]).every((k) => to[k] === selection[k]);
  return same ? selection : to;
}

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Where a key leads; null when it leads nowhere. With Shift the other corner stays. */
export function moved(from: Selection, key: Key, size: Size, page: number): Selection | null {
  const far = key.ctrlKey || key.metaKey;
  if (far && key.key.toLowerCase() === 'a') {
    return { row: 0, column: 0, anchorRow: size.rows - 1, anchorColumn: size.columns - 1 };
  }
  const to = target(from, key.key, far, size, page);
  if (!to) return null;
  const cell = at(within(to.row, size.rows), within(to.column, size.columns));
  return key.shiftKey ? { ...cell, anchorRow: from.anchorRow, anchorColumn: from.anchorColumn } : cell;
}

function target({ row, column }: Selection, key: string, far: boolean, size: Size, page: number) {
  switch (key) {
    case 'ArrowDown':
      return { row: far ? size.rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column };
    case 'ArrowRight':
      return { row, column: far ? size.columns - 1 : column + 1 };
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return null;
  }
}
