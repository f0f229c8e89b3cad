import { useCallback, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { Notice } from '@/components/Notice';
import type { Term } from '@/lib/api/types/condition';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { CellEditor } from './CellEditor';
import { CellLine } from './CellLine';
import { cellText, columnsOf } from './columns';
import { Grid } from './Grid';
import { GridKeysHint } from './GridKeysHint';
import { marksOf, tablePlace } from './marks';
import { PasteReport } from './PasteReport';
import type { Pasted } from './paste';
import { at as cell, inside, rangeOf, type Selection, START } from './selection';
import { TableHead } from './TableHead';
import { TableRail } from './TableRail';
import { Toolbar } from './Toolbar';
import { useGridActs } from './useGridActs';
import type { Editing } from './useGridKeys';
import type { TableEffects } from './useTableEffect';

interface Props {
  table: DecisionTable;
  terms: readonly Term[];
  effects: TableEffects;
  /** The place in the table that the address names. */
  at: string | undefined;
  onLeave: () => void;
}

/** One table: its name and how its rows are read, the grid of its rows, and whom they are about. */
export function TableEditor({ table, terms, effects, at, onLeave }: Props) {
  const { session, editable } = useOpenDraft();
  const line = useId();
  const { inputs, outputs } = table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are of no matter, and the columns stay the same objects
  const columns = useMemo(() => columnsOf(table, terms), [inputs, outputs, table.aggregation, terms]);
  const { problems, findings } = effects;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the table, only its name and inputs are asked for
  const marks = useMemo(() => marksOf(table, problems, findings), [table.name, inputs, problems, findings]);
  const [chosen, setChosen] = useState<Selection>(START);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [report, setReport] = useState<Pasted | null>(null);
  const [said, setSaid] = useState('');
  const selection = inside(chosen, { rows: table.rows.length, columns: columns.length });
  const select = useCallback(
    (to: Selection) => {
      setChosen(to);
      if (at) onLeave();
    },
    [at, onLeave],
  );
  const acts = useGridActs({
    table,
    columns,
    selection,
    select,
    setEditing,
    marks,
    onPasted: setReport,
    say: setSaid,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link to a place leads there once
  useEffect(() => {
    const place = at ? tablePlace(`tables/${table.name}/${at}`, table) : null;
    if (place?.row !== undefined) setChosen(cell(place.row, place.column ?? 0));
  }, [at]);

  const effect = effects.tables?.find((t) => t.name === table.name);
  const covered = effects.coverage?.find((t) => t.name === table.name);
  const column = columns[selection.column];
  const range = rangeOf(selection);
  // What stands beside the grid follows once the grid is drawn, so that a key does not wait for it.
  const rowBeside = useDeferredValue(selection.row);
  return (
    <div className="table-work">
      <section className="card table-editor" aria-label={`Table ${table.label}`}>
        <TableHead table={table} />
        {marks.table.length > 0 && (
          <Notice tone="warn">
            {marks.table.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </Notice>
        )}
        <Toolbar
          table={table}
          column={column}
          at={selection.column}
          terms={terms}
          several={range.top !== range.bottom}
          first={range.top === 0}
          last={range.bottom >= table.rows.length - 1}
          acts={acts}
        />
        <Grid
          label={`Rows of ${table.label}`}
          table={table}
          columns={columns}
          selection={selection}
          editing={editing}
          editable={editable}
          marks={marks}
          effect={effect}
          examples={covered?.examples}
          behind={effects.behind}
          acts={acts}
          wanted={at}
          describedBy={line}
          editor={
            editing &&
            column && (
              <CellEditor
                column={column}
                label={`${column.label}, row ${selection.row + 1}`}
                text={cellText(table, selection.row, selection.column)}
                typed={editing.typed}
                onDone={acts.write}
                onCancel={() => setEditing(null)}
              />
            )
          }
        />
        <CellLine
          id={line}
          table={table}
          row={selection.row}
          column={selection.column}
          columns={columns}
          marks={marks}
        />
        {report && (
          <PasteReport
            what={report}
            onUndo={() => {
              session.undo();
              setReport(null);
            }}
            onClose={() => setReport(null)}
          />
        )}
        <GridKeysHint />
        <span className="sr" role="status">
          {said}
        </span>
      </section>
      <TableRail
        table={table}
        row={rowBeside}
        effects={effects}
        effect={effect}
        covered={covered}
        editable={editable}
        onRow={acts.row}
        onAdd={acts.add}
      />
    </div>
  );
}
