import { useState } from 'react';
import { ChallengerShareField } from '@/components/ChallengerShareField';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { toast } from '@/components/toast';
import { useChangeShare } from '@/lib/api/challenger';
import { fieldErrors } from '@/lib/fieldErrors';
import { useShareText } from '@/lib/useShareText';

interface Props {
  open: boolean;
  onClose: () => void;
  /** The version that is live. */
  version: number;
  share: number;
}

/** Tries the challenger on more or fewer customers. */
export function ShareDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="Change the challenger’s share" open={open} onClose={onClose}>
      <ShareForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

function ShareForm({ onClose, version, share }: Omit<Props, 'open'>) {
  const [to, setTo] = useState(share);
  const [reason, setReason] = useState('');
  const change = useChangeShare();
  const shareText = useShareText();
  return (
    <DialogForm
      submit="Change share"
      onClose={onClose}
      onSubmit={() =>
        change.mutate(
          { share: to, reason, expectedVersion: version },
          {
            onSuccess: () => {
              toast(`The challenger is tried on ${shareText(to)} of the customers.`);
              onClose();
            },
          },
        )
      }
      pending={change.isPending}
      error={change.error}
      ready={!Number.isNaN(to) && to !== share && reason.trim() !== ''}
    >
      <ChallengerShareField value={to} onChange={setTo} problem={fieldErrors(change.error).share?.[0]} />
      <p>
        {to < share
          ? 'Some of its customers go back to the champion; nobody new comes to it.'
          : 'Its customers stay, and others come to it.'}
      </p>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        required
        hint="The audit log and the history of the strategy keep it."
      />
    </DialogForm>
  );
}
