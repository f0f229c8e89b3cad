import { type PointerEvent, useRef } from 'react';
import { at, type Selection } from './selection';
import type { GridActs } from './useGridKeys';

const cellAt = (target: EventTarget) => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!cell) return null;
  const { row, column } = cell.dataset;
  return { row: Number(row), column: column === undefined ? null : Number(column) };
};

const isWritten = (target: EventTarget) =>
  target instanceof Element && target.closest('.cell-editor') !== null;

/** Selecting by mouse, pen and finger; a second press on the cell in use opens it. */
export function usePointer(selection: Selection, acts: GridActs, editable: boolean) {
  const from = useRef<Selection | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      const cell = cellAt(event.target);
      if (!cell || event.button !== 0 || isWritten(event.target)) return;
      if (cell.column === null) {
        acts.select({ row: cell.row, column: 0, anchorRow: cell.row, anchorColumn: Number.MAX_SAFE_INTEGER });
        return;
      }
      const here = at(cell.row, cell.column);
      const again = selection.row === cell.row && selection.column === cell.column;
      if (event.pointerType === 'touch' && again && editable) {
        acts.edit(null);
        return;
      }
      from.current = event.shiftKey
        ? { ...here, anchorRow: selection.anchorRow, anchorColumn: selection.anchorColumn }
        : here;
      acts.select(from.current);
    },
    onPointerMove: (event: PointerEvent) => {
      if (!from.current || event.pointerType === 'touch' || event.buttons !== 1) return;
      const cell = cellAt(event.target);
      if (!cell || cell.column === null) return;
      const { anchorRow, anchorColumn } = from.current;
      acts.select({ row: cell.row, column: cell.column, anchorRow, anchorColumn });
    },
    onPointerUp: () => {
      from.current = null;
    },
    onDoubleClick: (event: { target: EventTarget }) => {
      if (editable && cellAt(event.target)?.column != null && !isWritten(event.target)) acts.edit(null);
    },
  };
}
