import { type ReactNode, useState } from 'react';
import { Dialog } from './Dialog';
import { DialogForm } from './DialogForm';
import { TextField } from './Fields';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  submit: string;
  /** Who keeps the reason. */
  hint: string;
  onSubmit: (reason: string) => void;
  pending: boolean;
  error: unknown;
  /** What is about to happen. */
  children: ReactNode;
}

/** Asks why before something that goes on record. */
export function ReasonDialog({ title, open, onClose, ...rest }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <ReasonForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function ReasonForm({ hint, onSubmit, children, ...rest }: Omit<Props, 'title' | 'open'>) {
  const [reason, setReason] = useState('');
  return (
    <DialogForm onSubmit={() => onSubmit(reason)} {...rest}>
      <div className="stack-s">{children}</div>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        required
        autoFocus
        hint={hint}
      />
    </DialogForm>
  );
}
