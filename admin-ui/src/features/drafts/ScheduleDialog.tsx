import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { MomentField } from '@/components/MomentField';
import { toast } from '@/components/toast';
import { useScheduleDraft } from '@/lib/api/scheduleDraft';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { fieldErrors } from '@/lib/fieldErrors';
import { instantOf, localMoment, timeZone } from '@/lib/moment';
import { useFormats } from '@/lib/SessionContext';
import { OverrideField, useOverride } from './Override';
import { ToShare, useWhom, WhomFields } from './Whom';

interface Props {
  open: boolean;
  onClose: () => void;
}

/** When, and why then, the approved draft goes live by itself. */
export function ScheduleDialog({ open, onClose }: Props) {
  const { view } = useOpenDraft();
  return (
    <Dialog title={`Schedule ${view.name}`} open={open} onClose={onClose}>
      <ScheduleForm onClose={onClose} />
    </Dialog>
  );
}

/** The morning of tomorrow, as a start. */
function tomorrow(): Date {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(6, 0, 0, 0);
  return at;
}

function ScheduleForm({ onClose }: Pick<Props, 'onClose'>) {
  const { view } = useOpenDraft();
  const { dateTime } = useFormats();
  const [moment, setMoment] = useState(() => localMoment(tomorrow()));
  const [reason, setReason] = useState('');
  const whom = useWhom();
  const override = useOverride();
  const schedule = useScheduleDraft(view.id, view.revision);
  const at = instantOf(moment);
  return (
    <DialogForm
      submit="Schedule"
      onClose={onClose}
      onSubmit={() =>
        at &&
        schedule.mutate(
          { at, reason, ...whom.body, ...override.body },
          {
            onSuccess: () => {
              toast(whom.tried ? `It is tried from ${dateTime(at)}.` : `It goes live ${dateTime(at)}.`);
              onClose();
            },
          },
        )
      }
      pending={schedule.isPending}
      error={schedule.error}
      ready={at !== null && reason.trim() !== '' && whom.ready && override.ready}
    >
      <WhomFields whom={whom} problem={fieldErrors(schedule.error).share?.[0]} />
      {whom.tried && <ToShare share={whom.share} />}
      <p>
        It is published in your name. If customers change until then, it is simulated again at the time; if
        something stands in the way, it is not published and stays approved.
      </p>
      <MomentField
        label="Publish at"
        value={moment}
        onChange={setMoment}
        earliest={localMoment(new Date())}
        hint={`Time of ${timeZone()}`}
      />
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
