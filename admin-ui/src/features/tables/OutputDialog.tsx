import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { TextArea } from '@/components/TextArea';
import type { TableOutput } from '@/lib/api/types/tables';
import { literalText, type OutputKind, readLiteral } from '@/lib/table/literal';

type Said = Pick<TableOutput, 'label' | 'values' | 'ifNoneHolds'>;

interface FormProps {
  submit: string;
  onClose: () => void;
  /** What it is now; left out for a new one. */
  output?: TableOutput;
  kind?: OutputKind;
  onOutput: (said: Said) => void;
}

/** What a column gives: its label, the values it can have, and what holds when no row does. */
export function OutputDialog({ title, open, ...rest }: FormProps & { title: string; open: boolean }) {
  return (
    <Dialog title={title} open={open} onClose={rest.onClose}>
      <OutputForm {...rest} />
    </Dialog>
  );
}

export function OutputForm({ submit, onClose, output, kind: now = 'text', onOutput }: FormProps) {
  const [label, setLabel] = useState(output?.label ?? '');
  const [kind, setKind] = useState<OutputKind>(now);
  const [values, setValues] = useState((output?.values ?? []).map(literalText).join('\n'));
  const [otherwise, setOtherwise] = useState(literalText(output?.ifNoneHolds ?? null));
  const send = () => {
    onOutput(saidOf({ label, kind, values, otherwise }, output));
    onClose();
  };
  return (
    <DialogForm
      submit={submit}
      onSubmit={send}
      onClose={onClose}
      pending={false}
      error={null}
      ready={label.trim() !== ''}
    >
      <TextField label="Label" value={label} onChange={setLabel} required autoFocus />
      {output ? (
        <p className="field-hint">
          Rules speak of it as <code>{output.name}</code>.
        </p>
      ) : (
        <Choice
          label="Kind of result"
          value={kind}
          onChange={setKind}
          options={[
            { id: 'text', label: 'One of some texts' },
            { id: 'number', label: 'A number' },
            { id: 'yesNo', label: 'Yes or no' },
          ]}
        />
      )}
      {kind === 'text' && (
        <TextArea
          label="Values"
          value={values}
          onChange={setValues}
          hint="One a line, the highest-ranking first; none = any text"
        />
      )}
      <TextField
        label="When no row holds"
        value={otherwise}
        onChange={setOtherwise}
        hint="Left empty, it is missing then"
      />
    </DialogForm>
  );
}

interface Form {
  label: string;
  kind: OutputKind;
  values: string;
  otherwise: string;
}

function saidOf({ label, kind, values, otherwise }: Form, before: TableOutput | undefined): Said {
  const lines = values.split('\n').filter((line) => line.trim() !== '');
  const known = before?.values ?? [];
  const listed =
    kind === 'yesNo' ? [true, false] : lines.flatMap((line) => readLiteral(line, known, kind) ?? []);
  const said: Said = { label: label.trim() };
  if (listed.length > 0 || before?.values) said.values = listed;
  const none = readLiteral(otherwise, listed, kind);
  if (none !== null || before?.ifNoneHolds !== undefined) said.ifNoneHolds = none;
  return said;
}
