import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { toast } from '@/components/toast';
import { useChangePassword } from '@/lib/api/changePassword';

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
  const onSubmit = () => {
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
    <DialogForm
      submit="Change password"
      onSubmit={onSubmit}
      onClose={onClose}
      pending={change.isPending}
      error={change.error}
    >
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
    </DialogForm>
  );
}
