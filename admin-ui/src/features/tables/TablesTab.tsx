import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState, Skeleton } from '@/components/States';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { isWhole, tablesOf } from '@/lib/draft/tables';
import { NewTable } from './NewTable';
import { TableEditor } from './TableEditor';
import { TableList } from './TableList';
import { useOpenTable } from './useOpenTable';
import { useTableEffect } from './useTableEffect';
import { useTerms } from './useTerms';
import './tables.css';

/** The decision tables of a draft, and the one that is open. */
export function TablesTab() {
  const { editable } = useOpenDraft();
  const tables = useDocument(tablesOf);
  const edit = useEdit();
  const effects = useTableEffect();
  const { name, at, open, leave } = useOpenTable();
  const [adding, setAdding] = useState(false);
  const chosen = tables.find((t) => t.name === name) ?? tables[0];
  const terms = useTerms(chosen);
  const remove = () => chosen && edit({ do: 'table.delete', name: chosen.name });
  const add = editable && (
    <Button small onPress={() => setAdding(true)}>
      <Plus aria-hidden />
      Table
    </Button>
  );
  if (!terms) return <Skeleton height={480} label="Loading terms" />;
  return (
    <>
      {chosen ? (
        <div className="tables">
          <TableList tables={tables} chosen={chosen.name} onChoose={open} end={add} />
          {isWhole(chosen) ? (
            <TableEditor
              key={chosen.name}
              table={chosen}
              terms={terms}
              effects={effects}
              at={at}
              onLeave={leave}
            />
          ) : (
            <EmptyState
              title="This is saved in the draft, but it has not the form of a table"
              action={editable && <Button onPress={remove}>Delete it</Button>}
            />
          )}
        </div>
      ) : (
        <EmptyState title="The draft has no decision tables" action={add}>
          A table says in rows what holds for whom, such as a level of care by risk and region. What it
          decides can be asked for in actions, and in segments unless the table asks for the segment.
        </EmptyState>
      )}
      {editable && (
        <NewTable
          open={adding}
          onClose={() => setAdding(false)}
          tables={tables}
          terms={terms}
          onAdded={open}
        />
      )}
    </>
  );
}
