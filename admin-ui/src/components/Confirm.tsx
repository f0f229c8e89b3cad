import type { ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Refusal } from './Notice';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  confirm: string;
  onConfirm: () => void;
  pending: boolean;
  error: unknown;
  children: ReactNode;
}

/** Asks once more before something that cannot be undone. */
export function Confirm({ title, open, onClose, confirm, onConfirm, pending, error, children }: Props) {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <div>{children}</div>
      <Refusal error={error} />
      <div className="form-end">
        <Button onPress={onClose}>Keep it</Button>
        <Button kind="danger" onPress={onConfirm} isDisabled={pending}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
