import { useState } from 'react';
import { Checkbox, Checks } from '@/components/Checks';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { toast } from '@/components/toast';
import { type UserEdit, useSaveUser } from '@/lib/api/saveUser';
import type { Role } from '@/lib/api/types/session';
import type { User } from '@/lib/api/types/settings';
import { ROLES } from '@/lib/roles';

interface Props {
  user: User | 'new' | null;
  onClose: () => void;
}

export function UserDialog({ user, onClose }: Props) {
  const title = user === 'new' ? 'Add user' : `Change ${user?.displayName ?? ''}`;
  return (
    <Dialog title={title} open={user !== null} onClose={onClose}>
      {user && <UserForm user={user === 'new' ? null : user} onClose={onClose} />}
    </Dialog>
  );
}

const EMPTY: UserEdit = { username: '', displayName: '', roles: [], disabled: false, password: '' };

function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const [edit, setEdit] = useState<UserEdit>({ ...EMPTY, ...user });
  const save = useSaveUser(user === null);
  const set = (to: Partial<UserEdit>) => setEdit((old) => ({ ...old, ...to }));
  const onSubmit = () => {
    save.mutate(edit, {
      onSuccess: () => {
        toast(`${edit.displayName} is saved.`);
        onClose();
      },
    });
  };
  return (
    <DialogForm
      submit="Save"
      onSubmit={onSubmit}
      onClose={onClose}
      pending={save.isPending}
      error={save.error}
    >
      <TextField
        label="User name"
        name="username"
        value={edit.username}
        onChange={(username) => set({ username })}
        required
        disabled={user !== null}
        autoComplete="off"
      />
      <TextField
        label="Name"
        name="displayName"
        value={edit.displayName}
        onChange={(displayName) => set({ displayName })}
        required
      />
      <Checks
        label="Roles"
        name="roles"
        values={edit.roles}
        onChange={(roles) => set({ roles: roles as Role[] })}
        options={ROLES}
      />
      <TextField
        label={user ? 'New password' : 'Password'}
        name="password"
        type="password"
        autoComplete="new-password"
        value={edit.password}
        onChange={(password) => set({ password })}
        required={user === null}
        {...(user ? { hint: 'Leave empty to keep the present one.' } : {})}
      />
      {user && (
        <Checkbox label="May not sign in" value={edit.disabled} onChange={(disabled) => set({ disabled })} />
      )}
    </DialogForm>
  );
}
