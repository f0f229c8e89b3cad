import type { KeyboardEvent } from 'react';
import type { DecisionTable } from '@/lib/api/types/tables';
import type { GridColumn } from './columns';
import { moved, type Selection } from './selection';

/** A cell while it is written in. */
export interface Editing {
  row: number;
  column: number;
  /** What the editor begins with; null = what the cell holds. */
  typed: string | null;
}

/** What can be done with the grid; about the cells selected where nothing else is said. */
export interface GridActs {
  select: (to: Selection) => void;
  column: (column: number) => void;
  edit: (typed: string | null) => void;
  clear: () => void;
  insert: () => void;
  duplicate: () => void;
  remove: () => void;
  move: (by: number) => void;
  nextProblem: () => void;
  copy: (to: DataTransfer) => void;
  paste: (text: string) => void;
}

interface Setting {
  table: DecisionTable;
  columns: readonly GridColumn[];
  selection: Selection;
  editable: boolean;
  page: number;
  acts: GridActs;
}

const WITH_CONTROL: Record<string, (acts: GridActs) => void> = {
  d: (acts) => acts.duplicate(),
  Delete: (acts) => acts.remove(),
  Backspace: (acts) => acts.remove(),
};

const WITH_ALT: Record<string, (acts: GridActs) => void> = {
  ArrowUp: (acts) => acts.move(-1),
  ArrowDown: (acts) => acts.move(1),
};

const PLAIN: Record<string, (acts: GridActs) => void> = {
  Delete: (acts) => acts.clear(),
  Backspace: (acts) => acts.clear(),
  Insert: (acts) => acts.insert(),
  Enter: (acts) => acts.edit(null),
  F2: (acts) => acts.edit(null),
  ' ': (acts) => acts.edit(null),
};

/** The keys of a grid while no cell is written in. Tab is left alone: it leads out of the grid. */
export function useGridKeys({ table, columns, selection, editable, page, acts }: Setting) {
  return (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'F8') {
      event.preventDefault();
      acts.nextProblem();
      return;
    }
    if (editable) {
      const acting = event.altKey
        ? WITH_ALT[key]
        : control
          ? WITH_CONTROL[key]
          : event.shiftKey
            ? undefined
            : PLAIN[key];
      const typed = event.key.length === 1 && event.key !== ' ' && !control && !event.altKey;
      if (acting || typed) {
        event.preventDefault();
        if (acting) acting(acts);
        else acts.edit(event.key);
        return;
      }
    }
    if (event.altKey) return;
    if (event.shiftKey && key === ' ') {
      event.preventDefault();
      acts.select({ ...selection, column: 0, anchorColumn: columns.length - 1 });
      return;
    }
    const to = moved(selection, event, { rows: table.rows.length, columns: columns.length }, page);
    if (!to) return;
    event.preventDefault();
    acts.select(to);
  };
}
