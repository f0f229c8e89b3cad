import { type ClipboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { DecisionTable, TableEffect } from '@/lib/api/types/tables';
import { cx } from '@/lib/cx';
import type { GridColumn } from './columns';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import type { Marks } from './marks';
import { rangeOf, type Selection } from './selection';
import { type Editing, type GridActs, useGridKeys } from './useGridKeys';
import { usePointer } from './usePointer';
import { ROW_HEIGHT, useShown } from './useShown';
import './grid.css';

interface Props {
  label: string;
  table: DecisionTable;
  columns: readonly GridColumn[];
  selection: Selection;
  editing: Editing | null;
  editor: ReactNode;
  editable: boolean;
  marks: Marks;
  effect: TableEffect | undefined;
  /** By row how many examples stand for it. */
  examples: readonly number[] | undefined;
  /** Whether the figures are about an earlier state. */
  behind: boolean;
  acts: GridActs;
  /** A place that a link led to: the grid takes the keys. */
  wanted: string | undefined;
  /** What tells more about the cell in use. */
  describedBy: string;
}

/**
 * A table of any size to move in and edit by keyboard: only the cells in sight exist. One tab stop, and assistive technology
 * hears where in the whole the cell in use is (aria-activedescendant).
 */
export function Grid(props: Props) {
  const { label, table, columns, selection, editing, editor, editable, marks, effect, behind, acts } = props;
  const grid = useRef<HTMLDivElement>(null);
  const base = useId();
  const { rows, shown, width, height, page, bring } = useShown(grid, table.rows.length, columns, selection);
  const onKeyDown = useGridKeys({ table, columns, selection, editable, page, acts });
  const pointer = usePointer(selection, acts, editable);
  const selected = rangeOf(selection);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell in use is brought into sight when it becomes another
  useEffect(() => bring(selection.row, selection.column), [selection.row, selection.column]);
  useEffect(() => {
    if (props.wanted) grid.current?.focus({ preventScroll: true });
  }, [props.wanted]);
  // When an editor closes, the grid has the keys again.
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) grid.current?.focus({ preventScroll: true });
    wasEditing.current = editing !== null;
  }, [editing]);

  const copied = (event: ClipboardEvent, cut: boolean) => {
    if (editing) return;
    event.preventDefault();
    acts.copy(event.clipboardData);
    if (cut && editable) acts.clear();
  };
  return (
    <div
      ref={grid}
      className={cx('grid', behind && 'grid-behind')}
      role="grid"
      aria-label={label}
      aria-rowcount={table.rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-readonly={!editable}
      aria-activedescendant={
        table.rows.length > 0 ? `${base}-${selection.row}-${selection.column}` : undefined
      }
      tabIndex={0}
      onKeyDown={editing ? undefined : onKeyDown}
      onCopy={(event) => copied(event, false)}
      onCut={(event) => copied(event, true)}
      onPaste={(event) => {
        if (editing || !editable) return;
        event.preventDefault();
        acts.paste(event.clipboardData.getData('text/plain'));
      }}
      {...pointer}
    >
      <GridHead
        columns={columns}
        shown={shown}
        width={width}
        active={selection.column}
        onChoose={acts.column}
      />
      {rows.length > 0 && (
        <div role="rowgroup" className="grid-body" style={{ width, height }}>
          {rows.map(({ index, start, slot }) => {
            const row = table.rows[index];
            const inside = index >= selected.top && index <= selected.bottom;
            const active = index === selection.row;
            return (
              row && (
                <GridRow
                  key={active && editing ? 'edited' : slot}
                  base={base}
                  index={index}
                  top={start}
                  height={ROW_HEIGHT}
                  row={row}
                  columns={columns}
                  shown={shown}
                  active={active ? selection.column : -1}
                  from={inside ? selected.left : -1}
                  to={inside ? selected.right : -1}
                  marks={marks.rows.get(index)}
                  count={effect?.rows[index]}
                  matched={effect?.matched[index]}
                  examples={props.examples?.[index]}
                  editor={active && editing ? editor : null}
                  describedBy={active ? props.describedBy : undefined}
                />
              )
            );
          })}
        </div>
      )}
    </div>
  );
}
