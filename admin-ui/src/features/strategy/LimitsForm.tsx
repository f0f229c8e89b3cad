import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { NumberField, TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { type Limits, useSaveLimits } from '@/lib/api/limits';
import { ApiError } from '@/lib/api/request';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { fieldErrors } from '@/lib/fieldErrors';
import { contactsOf, LIMITS, orNaN, orNull } from './limitKinds';

interface Props {
  limits: Limits;
  channels: LiveStrategy['channels'];
  /** Somebody else changed them in between. */
  onOutdated: () => void;
}

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 2 };

/** Sets the limits, with a reason; an empty field is no limit. */
export function LimitsForm({ limits, channels, onOutdated }: Props) {
  const [shares, setShares] = useState(() => LIMITS.map(({ field }) => orNaN(limits[field])));
  const [contacts, setContacts] = useState(() => contactsOf(limits));
  const [reason, setReason] = useState('');
  const save = useSaveLimits(limits.revision);
  const errors = fieldErrors(save.error);
  const outdated = save.error instanceof ApiError && save.error.status === 412;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const [segmentChanges, actionChanges, valueLoss, costIncrease] = shares.map(orNull);
    save.mutate(
      {
        segmentChanges: segmentChanges ?? null,
        actionChanges: actionChanges ?? null,
        valueLoss: valueLoss ?? null,
        costIncrease: costIncrease ?? null,
        contacts: Object.entries(contacts)
          .filter(([, increase]) => !Number.isNaN(increase))
          .map(([channel, increase]) => ({ channel, increase })),
        reason,
      },
      { onSuccess: () => toast('The limits are set.') },
    );
  };
  return (
    <Form className="form" onSubmit={send} validationErrors={errors}>
      <div className="limits">
        {LIMITS.map(({ field, label, hint, grows }, i) => (
          <div key={field}>
            <NumberField
              label={label}
              value={shares[i] ?? Number.NaN}
              onChange={(to) => setShares(shares.map((share, at) => (at === i ? to : share)))}
              format={PERCENT}
              minimum={0}
              {...(grows ? {} : { maximum: 1 })}
              placeholder="no limit"
              problem={errors[field]?.[0]}
            />
            <p className="muted small">{hint}</p>
          </div>
        ))}
        {channels.map(({ id, label }) => (
          <div key={id}>
            <NumberField
              label={`More contacts by ${label}`}
              value={contacts[id] ?? Number.NaN}
              onChange={(to) => setContacts({ ...contacts, [id]: to })}
              format={PERCENT}
              minimum={0}
              placeholder="no limit"
            />
            <p className="muted small">By how much the customers may grow whose first action is on it</p>
          </div>
        ))}
      </div>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        required
        hint="The audit log keeps it."
      />
      <Refusal error={save.error} />
      <div className="form-end">
        {outdated && <Button onPress={onOutdated}>Show the newest</Button>}
        <Button type="submit" kind="primary" isPending={save.isPending} isDisabled={reason.trim() === ''}>
          Set the limits
        </Button>
      </div>
    </Form>
  );
}
