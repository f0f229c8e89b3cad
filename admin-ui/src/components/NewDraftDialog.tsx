import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCreateDraft } from '@/lib/api/createDraft';
import type { DraftDocument } from '@/lib/api/types/drafts';
import { Dialog } from './Dialog';
import { DialogForm } from './DialogForm';
import { TextField } from './Fields';

interface Props {
  open: boolean;
  onClose: () => void;
  /** The strategy to start from; the live one when left out. */
  strategy?: string;
  /** What it is about to be a copy of. */
  from: string;
  /** The name proposed. */
  name?: string;
  /** Where the draft is opened. */
  /** What is changed in it at once. */
  edit?: (document: DraftDocument) => DraftDocument;
  at?: { tab?: 'segments' | 'actions' | 'ranking'; rule?: string };
}

/** Makes a draft of a strategy and opens it. */
export function NewDraftDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="New draft" open={open} onClose={onClose}>
      <NewDraft onClose={onClose} {...rest} />
    </Dialog>
  );
}

function NewDraft({ onClose, strategy, from, edit, name: proposed = '', at = {} }: Omit<Props, 'open'>) {
  const [name, setName] = useState(proposed);
  const create = useCreateDraft();
  const navigate = useNavigate();
  const submit = () =>
    create.mutate(
      { name, ...(strategy ? { strategy } : {}), ...(edit ? { edit } : {}) },
      {
        onSuccess: ({ id }) => void navigate({ to: '/drafts/$id', params: { id }, search: at }),
      },
    );
  return (
    <DialogForm
      submit="Create draft"
      onSubmit={submit}
      onClose={onClose}
      pending={create.isPending}
      error={create.error}
      ready={name.trim() !== ''}
    >
      <p>A copy of {from} to change. Nothing of it is live until somebody else has approved it.</p>
      <TextField
        label="Name"
        name="name"
        value={name}
        onChange={setName}
        required
        autoFocus
        hint="What the change is for, such as “Spring retention”"
      />
    </DialogForm>
  );
}
