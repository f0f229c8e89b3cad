import { ArrowDown, ArrowUp, ArrowUpDown, Columns3, Copy, PencilLine, Plus, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import type { Term } from '@/lib/api/types/condition';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { AddColumn } from './AddColumn';
import type { GridColumn } from './columns';
import { MoveRows } from './MoveRows';
import { OutputDialog } from './OutputDialog';
import type { TableActs } from './useGridActs';

interface Props {
  table: DecisionTable;
  /** The column in use, and where it stands. */
  column: GridColumn | undefined;
  at: number;
  terms: readonly Term[];
  /** Whether several rows are selected, the first one, the last one. */
  several: boolean;
  first: boolean;
  last: boolean;
  acts: TableActs;
}

type Asking = 'move' | 'column' | 'result' | null;

/**
 * What can be done with the rows selected and with the column in use. It says nothing of where the rows stand, so that moving
 * through the table does not draw it again.
 */
export const Toolbar = memo(function Toolbar(props: Props) {
  const { table, column, at, terms, several, first, last, acts } = props;
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const [asking, setAsking] = useState<Asking>(null);
  if (!editable) return null;
  const close = () => setAsking(null);
  const none = table.rows.length === 0;
  const rows = several ? 'rows' : 'row';
  const onlyResult = column?.part === 'then' && table.outputs.length === 1;
  const remove = () => edit({ do: 'table.deleteColumn', name: table.name, column: at });
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
        isDisabled={none || first}
        onPress={() => acts.move(-1)}
      />
      <IconButton
        small
        label={`Move ${rows} down`}
        icon={<ArrowDown aria-hidden />}
        isDisabled={none || last}
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
          isDisabled={onlyResult}
          onPress={remove}
        />
      )}
      <MoveRows open={asking === 'move'} onClose={close} acts={acts} rowCount={table.rows.length} />
      <AddColumn
        open={asking === 'column'}
        onClose={close}
        table={table}
        terms={terms}
        at={column?.part === 'when' ? at + 1 : table.inputs.length}
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
            edit({ do: 'table.setOutput', name: table.name, at: at - table.inputs.length, set })
          }
        />
      )}
    </div>
  );
});
