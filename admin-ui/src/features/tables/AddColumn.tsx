import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { Select } from '@/components/Select';
import type { Term } from '@/lib/api/types/condition';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useEdit } from '@/lib/draft/DraftContext';
import { OutputForm } from './OutputDialog';
import { useNewName } from './useNewName';

interface Props {
  open: boolean;
  onClose: () => void;
  table: DecisionTable;
  terms: readonly Term[];
  /** Where a column that asks goes. */
  at: number;
  onAdded: (column: number) => void;
}

/** A column that asks about one more term, or one that gives one more result. */
export function AddColumn({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="New column" open={open} onClose={onClose}>
      <Adding onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Adding({ onClose, table, terms, at, onAdded }: Omit<Props, 'open'>) {
  const edit = useEdit();
  const newName = useNewName();
  const [part, setPart] = useState<'when' | 'then'>('when');
  const free = terms.filter((t) => !table.inputs.includes(t.name));
  const [term, setTerm] = useState(free[0]?.name ?? '');
  const { name } = table;
  const ask = () => {
    edit({ do: 'table.addInput', name, term, at });
    onAdded(at);
    onClose();
  };
  return (
    <div className="form">
      <Choice
        label="The column"
        value={part}
        onChange={setPart}
        options={[
          { id: 'when', label: 'Asks about a term' },
          { id: 'then', label: 'Gives a result' },
        ]}
      />
      {part === 'when' ? (
        <DialogForm
          submit="Add column"
          onSubmit={ask}
          onClose={onClose}
          pending={false}
          error={null}
          ready={term !== ''}
        >
          <Select
            label="Term"
            value={term}
            onChange={setTerm}
            options={free.map((t) => ({ id: t.name, label: t.label, hint: t.origin.toLowerCase() }))}
          />
        </DialogForm>
      ) : (
        <OutputForm
          submit="Add column"
          onClose={onClose}
          onOutput={(output) => {
            edit({ do: 'table.addOutput', name, output: { name: newName(output.label), ...output } });
            onAdded(table.inputs.length + table.outputs.length);
          }}
        />
      )}
    </div>
  );
}
