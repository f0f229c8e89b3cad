import { useState } from 'react';
import { Dialog } from './Dialog';
import { DialogForm } from './DialogForm';
import { TextField } from './Fields';

interface Props {
  title: string;
  submit: string;
  open: boolean;
  onClose: () => void;
  onName: (name: string) => void;
  /** The name it has; left out for something new. */
  name?: string;
  hint?: string;
}

/** Asks what something is called. */
export function NameDialog({ title, open, onClose, ...rest }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Naming onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Naming({ submit, onClose, onName, name: now = '', hint }: Omit<Props, 'title' | 'open'>) {
  const [name, setName] = useState(now);
  const send = () => {
    onName(name.trim());
    onClose();
  };
  return (
    <DialogForm
      submit={submit}
      onSubmit={send}
      onClose={onClose}
      pending={false}
      error={null}
      ready={name.trim() !== ''}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        required
        autoFocus
        {...(hint ? { hint } : {})}
      />
    </DialogForm>
  );
}
