import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { Select } from '@/components/Select';
import { TextArea } from '@/components/TextArea';
import type { Term } from '@/lib/api/types/condition';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useEdit } from '@/lib/draft/DraftContext';
import { newId } from '@/lib/draft/ids';
import { openRow } from '@/lib/draft/tables';
import { useNewName } from './useNewName';

interface Props {
  open: boolean;
  onClose: () => void;
  tables: readonly DecisionTable[];
  terms: readonly Term[];
  onAdded: (name: string) => void;
}

/** Begins a table with one column that asks, one that gives, and one row. */
export function NewTable({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="New decision table" open={open} onClose={onClose}>
      <Naming onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Naming({ onClose, tables, terms, onAdded }: Omit<Props, 'open'>) {
  const edit = useEdit();
  const newName = useNewName();
  const first = terms.find((t) => t.origin === 'SCORE') ?? terms[0];
  const [label, setLabel] = useState('');
  const [result, setResult] = useState('');
  const [values, setValues] = useState('high\nlow');
  const [term, setTerm] = useState(first?.name ?? '');
  const add = () => {
    const name = newId(
      label,
      tables.map((t) => t.name),
      'table',
    );
    const texts = values
      .split('\n')
      .map((v) => v.trim())
      .filter(Boolean);
    const table: DecisionTable = {
      name,
      label: label.trim(),
      hitPolicy: 'FIRST',
      inputs: [term],
      outputs: [
        {
          name: newName(result),
          label: result.trim(),
          ...(texts.length > 0 ? { values: [...new Set(texts)] } : {}),
        },
      ],
      rows: [],
    };
    edit({ do: 'table.add', table: { ...table, rows: [openRow(table)] } });
    onAdded(name);
    onClose();
  };
  return (
    <DialogForm
      submit="Add table"
      onSubmit={add}
      onClose={onClose}
      pending={false}
      error={null}
      ready={label.trim() !== '' && result.trim() !== '' && term !== ''}
    >
      <TextField label="Name" value={label} onChange={setLabel} required autoFocus placeholder="Care" />
      <Select
        label="Asks first about"
        value={term}
        onChange={setTerm}
        options={terms.map((t) => ({ id: t.name, label: t.label, hint: t.origin.toLowerCase() }))}
      />
      <TextField
        label="What it decides"
        value={result}
        onChange={setResult}
        required
        placeholder="Level of care"
        hint="Segments and actions can ask for it by this name"
      />
      <TextArea
        label="Values"
        value={values}
        onChange={setValues}
        hint="One a line, the highest-ranking first; none = any text or number"
      />
    </DialogForm>
  );
}
