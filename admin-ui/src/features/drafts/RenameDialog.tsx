import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { useEdit, useSnapshot } from './DraftContext';

interface Props {
  open: boolean;
  onClose: () => void;
}

export function RenameDialog({ open, onClose }: Props) {
  return (
    <Dialog title="Rename the draft" open={open} onClose={onClose}>
      <Rename onClose={onClose} />
    </Dialog>
  );
}

function Rename({ onClose }: Pick<Props, 'onClose'>) {
  const now = useSnapshot((s) => s.history.content.name);
  const edit = useEdit();
  const [name, setName] = useState(now);
  const submit = () => {
    edit({ do: 'rename', name: name.trim() });
    onClose();
  };
  return (
    <DialogForm
      submit="Rename"
      onSubmit={submit}
      onClose={onClose}
      pending={false}
      error={null}
      ready={name.trim() !== ''}
    >
      <TextField label="Name" value={name} onChange={setName} required autoFocus />
    </DialogForm>
  );
}
