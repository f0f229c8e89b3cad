import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { useChangePassword } from '@/lib/api/changePassword';
import { fieldErrors } from '@/lib/fieldErrors';

export function ChangePassword({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Change password" open={open} onClose={onClose}>
      <PasswordForm onClose={onClose} />
    </Dialog>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useChangePassword();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          toast('Your password is changed.');
          onClose();
        },
      },
    );
  };
  return (
    <Form className="form" onSubmit={onSubmit} validationErrors={fieldErrors(change.error)}>
      <TextField
        label="Current password"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrent}
        required
        autoFocus
      />
      <TextField
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNew}
        required
      />
      <Refusal error={change.error} />
      <div className="form-end">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isPending={change.isPending}>
          Change password
        </Button>
      </div>
    </Form>
  );
}
