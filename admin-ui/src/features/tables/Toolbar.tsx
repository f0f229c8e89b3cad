import { ArrowDown, ArrowUp, ArrowUpDown, Columns3, Copy, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import type { Term } from '@/lib/api/types/condition';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { AddColumn } from './AddColumn';
import type { GridColumn } from './columns';
import { MoveRows } from './MoveRows';
import { OutputDialog } from './OutputDialog';
import { rangeOf, type Selection } from './selection';
import type { TableActs } from './useGridActs';

interface Props {
  table: DecisionTable;
  columns: readonly GridColumn[];
  selection: Selection;
  terms: readonly Term[];
  acts: TableActs;
}

type Asking = 'move' | 'column' | 'result' | null;

/** What can be done with the rows selected and with the column in use. */
export function Toolbar({ table, columns, selection, terms, acts }: Props) {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const [asking, setAsking] = useState<Asking>(null);
  if (!editable) return null;
  const close = () => setAsking(null);
  const { top, bottom } = rangeOf(selection);
  const none = table.rows.length === 0;
  const rows = top === bottom ? `row ${top + 1}` : `rows ${top + 1} to ${bottom + 1}`;
  const column = columns[selection.column];
  const last = column?.part === 'then' && table.outputs.length === 1;
  const remove = () => edit({ do: 'table.deleteColumn', name: table.name, column: selection.column });
  return (
    <div className="grid-tools" role="toolbar" aria-label="Rows and columns">
      <Button small onPress={acts.insert}>
        <Plus aria-hidden />
        Row
      </Button>
      <IconButton
        small
        label={`Move ${rows} up`}
        icon={<ArrowUp aria-hidden />}
        isDisabled={none || top === 0}
        onPress={() => acts.move(-1)}
      />
      <IconButton
        small
        label={`Move ${rows} down`}
        icon={<ArrowDown aria-hidden />}
        isDisabled={none || bottom >= table.rows.length - 1}
        onPress={() => acts.move(1)}
      />
      <IconButton
        small
        label={`Move ${rows} to position…`}
        icon={<ArrowUpDown aria-hidden />}
        isDisabled={none}
        onPress={() => setAsking('move')}
      />
      <IconButton
        small
        label={`Duplicate ${rows}`}
        icon={<Copy aria-hidden />}
        isDisabled={none}
        onPress={acts.duplicate}
      />
      <IconButton
        small
        label={`Delete ${rows}`}
        icon={<Trash2 aria-hidden />}
        isDisabled={none}
        onPress={acts.remove}
      />
      <span className="grid-tools-part" />
      <Button small onPress={() => setAsking('column')}>
        <Columns3 aria-hidden />
        Column
      </Button>
      {column?.part === 'then' && (
        <IconButton
          small
          label={`Change ${column.label}`}
          icon={<PencilLine aria-hidden />}
          onPress={() => setAsking('result')}
        />
      )}
      {column && (
        <IconButton
          small
          label={`Remove column ${column.label}`}
          icon={<Trash2 aria-hidden />}
          isDisabled={last}
          onPress={remove}
        />
      )}
      <MoveRows
        open={asking === 'move'}
        onClose={close}
        rows={rows}
        first={top}
        places={table.rows.length - (bottom - top)}
        onMove={acts.moveTo}
      />
      <AddColumn
        open={asking === 'column'}
        onClose={close}
        table={table}
        terms={terms}
        at={column?.part === 'when' ? selection.column + 1 : table.inputs.length}
        onAdded={acts.column}
      />
      {column?.part === 'then' && (
        <OutputDialog
          key={column.id}
          open={asking === 'result'}
          onClose={close}
          title={`Change ${column.label}`}
          submit="Change"
          output={column.output}
          kind={column.kind}
          onOutput={(set) =>
            edit({ do: 'table.setOutput', name: table.name, at: selection.column - table.inputs.length, set })
          }
        />
      )}
    </div>
  );
}
