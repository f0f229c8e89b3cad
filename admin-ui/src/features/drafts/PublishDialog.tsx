import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { NumberField, TextField } from '@/components/Fields';
import { toast } from '@/components/toast';
import { usePublishDraft } from '@/lib/api/publishDraft';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { fieldErrors } from '@/lib/fieldErrors';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useShareText } from '@/lib/useShareText';

interface Props {
  open: boolean;
  onClose: () => void;
}

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 };

const WHOM = [
  { id: 'EVERYBODY', label: 'Everybody' },
  { id: 'SHARE', label: 'A share of the customers' },
] as const;

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
  const [whom, setWhom] = useState<(typeof WHOM)[number]['id']>('EVERYBODY');
  const [share, setShare] = useState(0.1);
  const [reason, setReason] = useState('');
  const publish = usePublishDraft(view.id, view.revision);
  const tried = whom === 'SHARE';
  const send = () =>
    publish.mutate(tried ? { reason, share } : { reason }, {
      onSuccess: ({ version }) => {
        toast(
          tried
            ? `It is tried on ${shareText(share)} of the customers, as version ${version}.`
            : `Version ${version} of the strategy is live.`,
        );
        onClose();
      },
    });
  return (
    <DialogForm
      submit={tried ? 'Publish to a share' : 'Publish to everybody'}
      onClose={onClose}
      onSubmit={send}
      pending={publish.isPending}
      error={publish.error}
      ready={reason.trim() !== '' && (!tried || !Number.isNaN(share))}
    >
      <Choice label="Publish to" value={whom} options={WHOM} onChange={setWhom} />
      {tried && (
        <NumberField
          label="Share of the customers"
          value={share}
          onChange={setShare}
          format={PERCENT}
          step={0.001}
          minimum={0.001}
          maximum={0.5}
          live
          problem={fieldErrors(publish.error).share?.[0]}
        />
      )}
      {tried ? <ToShare share={share} /> : <ToEverybody />}
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

/** Who is chosen is a matter of a hash of their ids, so how many is said as what is expected. */
function ToShare({ share }: { share: number }) {
  const { integer } = useFormats();
  const shareText = useShareText();
  const customers = useLiveStrategy().data?.customers;
  if (Number.isNaN(share)) return <p>Say which share of the customers it is tried on.</p>;
  return (
    <p>
      It becomes the challenger:{' '}
      {typeof customers === 'number' && (
        <>
          about {integer(Math.round(share * customers))} of {integer(customers)} customers
        </>
      )}
      {typeof customers !== 'number' && <>{shareText(share)} of the customers</>}, chosen by a hash of their
      ids, are decided by it, always the same ones. Everybody else stays with what is live. The page Strategy
      compares both.
    </p>
  );
}
