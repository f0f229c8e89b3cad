import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { type AliasChange, useSetModelAlias } from '@/lib/api/setModelAlias';
import type { Model } from '@/lib/api/types/models';
import { fieldErrors } from '@/lib/fieldErrors';

interface Change {
  alias: AliasChange['alias'];
  give: boolean;
}

interface Props {
  model: Model;
  change: Change | null;
  onClose: () => void;
}

export function AliasDialog({ model, change, onClose }: Props) {
  const word = change?.alias.toLowerCase();
  const title = change?.give
    ? `Make version ${model.version} the ${word}`
    : `Version ${model.version} is no longer the ${word}`;
  return (
    <Dialog title={title} open={change !== null} onClose={onClose}>
      {change && <ReasonForm model={model} change={change} onClose={onClose} />}
    </Dialog>
  );
}

function ReasonForm({ model, change, onClose }: { model: Model; change: Change; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const set = useSetModelAlias();
  const { alias, give } = change;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(
      { score: model.name, alias, model: give ? model.hash : null, reason },
      {
        onSuccess: () => {
          toast(
            `${model.label}, version ${model.version} is ${give ? 'now' : 'no longer'} the ${alias.toLowerCase()}.`,
          );
          onClose();
        },
      },
    );
  };
  return (
    <Form className="form" onSubmit={onSubmit} validationErrors={fieldErrors(set.error)}>
      <p>
        {alias === 'CHALLENGER'
          ? 'A challenger is meant to take the champion’s place.'
          : 'A shadow is watched, without meaning to replace anything yet.'}{' '}
        It decides nothing.
      </p>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        required
        autoFocus
        hint="The audit log keeps it."
      />
      <Refusal error={set.error} />
      <div className="form-end">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isPending={set.isPending}>
          {give ? `Make it the ${alias.toLowerCase()}` : 'Take it away'}
        </Button>
      </div>
    </Form>
  );
}
