import { useState } from 'react';
import { Button } from '@/components/Button';
import { Checks } from '@/components/Checks';
import { CodeView } from '@/components/CodeView';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { Notice } from '@/components/Notice';
import { Select } from '@/components/Select';
import { useCreateApiKey } from '@/lib/api/createApiKey';
import type { Role } from '@/lib/api/types/session';
import { ROLES } from '@/lib/roles';

const LIFETIMES = [
  { id: '30', label: '30 days' },
  { id: '90', label: '90 days' },
  { id: '365', label: 'One year' },
];

const DAY_MILLIS = 86_400_000;

export function ApiKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Create API key" open={open} onClose={onClose}>
      <KeyForm onClose={onClose} />
    </Dialog>
  );
}

function KeyForm({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [days, setDays] = useState('90');
  const create = useCreateApiKey();
  if (create.data) return <NewKey secret={create.data.key} onClose={onClose} />;
  const onSubmit = () => {
    const expiresAt = new Date(Date.now() + Number(days) * DAY_MILLIS).toISOString();
    create.mutate({ name, roles, expiresAt });
  };
  return (
    <DialogForm
      submit="Create key"
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
        hint="The system that will use it."
      />
      <Checks
        label="Roles"
        name="roles"
        values={roles}
        onChange={(to) => setRoles(to as Role[])}
        options={ROLES}
        required
      />
      <Select label="Expires after" value={days} onChange={setDays} options={LIFETIMES} />
    </DialogForm>
  );
}

function NewKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className="form">
      <Notice tone="warn">Copy the key now. It is shown only this once.</Notice>
      <CodeView label="key" language="json" code={secret} />
      <div className="form-end">
        <Button kind="primary" onPress={onClose}>
          I have copied it
        </Button>
      </div>
    </div>
  );
}
