import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { useCreateAudience } from '@/lib/api/createAudience';
import type { Condition } from '@/lib/api/types/condition';
import { fieldErrors } from '@/lib/fieldErrors';

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
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
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
    <Form className="form" onSubmit={onSubmit} validationErrors={fieldErrors(create.error)}>
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        required
        autoFocus
        hint="The audience keeps the selected range, not the names: each export holds whoever is in the range then."
      />
      <Refusal error={create.error} />
      <div className="form-end">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isPending={create.isPending}>
          Save audience
        </Button>
      </div>
    </Form>
  );
}
