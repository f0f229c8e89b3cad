import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { toast } from '@/components/toast';
import { usePublishDraft } from '@/lib/api/publishDraft';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { fieldErrors } from '@/lib/fieldErrors';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useShareText } from '@/lib/useShareText';
import { OverrideField, useOverride } from './Override';
import { ToShare, useWhom, WhomFields } from './Whom';

interface Props {
  open: boolean;
  onClose: () => void;
}

/** To whom, and why, the approved draft goes live. */
export function PublishDialog({ open, onClose }: Props) {
  const { view } = useOpenDraft();
  return (
    <Dialog title={`Publish ${view.name}`} open={open} onClose={onClose}>
      <PublishForm onClose={onClose} />
    </Dialog>
  );
}

function PublishForm({ onClose }: Pick<Props, 'onClose'>) {
  const { view } = useOpenDraft();
  const shareText = useShareText();
  const whom = useWhom();
  const override = useOverride();
  const [reason, setReason] = useState('');
  const publish = usePublishDraft(view.id, view.revision);
  const { tried, share } = whom;
  const send = () =>
    publish.mutate(
      { reason, ...whom.body, ...override.body },
      {
        onSuccess: ({ version }) => {
          toast(
            tried
              ? `It is tried on ${shareText(share)} of the customers, as version ${version}.`
              : `Version ${version} of the strategy is live.`,
          );
          onClose();
        },
      },
    );
  return (
    <DialogForm
      submit={tried ? 'Publish to a share' : 'Publish to everybody'}
      onClose={onClose}
      onSubmit={send}
      pending={publish.isPending}
      error={publish.error}
      ready={reason.trim() !== '' && whom.ready && override.ready}
    >
      <WhomFields whom={whom} problem={fieldErrors(publish.error).share?.[0]} />
      {tried ? <ToShare share={share} /> : <ToEverybody />}
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        required
        hint="The audit log and the history of the strategy keep it."
      />
      <OverrideField override={override} />
    </DialogForm>
  );
}

function ToEverybody() {
  const { view } = useOpenDraft();
  const { integer } = useFormats();
  const changed = view.simulation?.changed ?? 0;
  return (
    <p>
      {integer(changed)} {plural(changed, 'customer gets', 'customers get')} another segment or first action
      at once.
    </p>
  );
}
