import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { usePublishSimulation } from '@/lib/api/publishSimulation';
import type { Simulation } from '@/lib/api/types/simulations';
import { fieldErrors } from '@/lib/fieldErrors';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  simulation: Simulation;
  open: boolean;
  onClose: () => void;
}

export function PublishDialog({ simulation, open, onClose }: Props) {
  return (
    <Dialog title={`Publish ${simulation.label}`} open={open} onClose={onClose}>
      <PublishForm simulation={simulation} onClose={onClose} />
    </Dialog>
  );
}

function PublishForm({ simulation, onClose }: Omit<Props, 'open'>) {
  const { integer } = useFormats();
  const [reason, setReason] = useState('');
  const publish = usePublishSimulation(simulation.id);
  const changed = simulation.result?.changed ?? 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(reason, {
      onSuccess: ({ version }) => {
        toast(`Version ${version} of the strategy is live.`);
        onClose();
      },
    });
  };
  return (
    <Form className="form" onSubmit={onSubmit} validationErrors={fieldErrors(publish.error)}>
      <p>
        {integer(changed)} {plural(changed, 'customer gets', 'customers get')} another segment or first action
        at once.
      </p>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={setReason}
        required
        autoFocus
        hint="The audit log and the history of the strategy keep it."
      />
      <Refusal error={publish.error} />
      <div className="form-end">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isPending={publish.isPending}>
          Publish
        </Button>
      </div>
    </Form>
  );
}
