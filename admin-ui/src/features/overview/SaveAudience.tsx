import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { toast } from '@/components/toast';
import { useCreateAudience } from '@/lib/api/createAudience';
import type { Condition } from '@/lib/api/types/condition';

interface Props {
  open: boolean;
  onClose: () => void;
  condition: Condition;
}

export function SaveAudience({ open, onClose, condition }: Props) {
  return (
    <Dialog title="Save as audience" open={open} onClose={onClose}>
      <SaveForm onClose={onClose} condition={condition} />
    </Dialog>
  );
}

function SaveForm({ onClose, condition }: Omit<Props, 'open'>) {
  const [name, setName] = useState('');
  const create = useCreateAudience();
  const navigate = useNavigate();
  const onSubmit = () => {
    create.mutate(
      { name, source: { condition } },
      {
        onSuccess: (audience) => {
          toast(`Audience “${audience.name}” is saved.`);
          onClose();
          void navigate({ to: '/audiences', search: { id: audience.id } });
        },
      },
    );
  };
  return (
    <DialogForm
      submit="Save audience"
      onSubmit={onSubmit}
      onClose={onClose}
      pending={create.isPending}
      error={create.error}
    >
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        required
        autoFocus
        hint="The audience keeps the selected range, not the names: each export holds whoever is in the range then."
      />
    </DialogForm>
  );
}
