import { Link } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checks';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { Notice } from '@/components/Notice';
import { Select } from '@/components/Select';
import { useDrafts } from '@/lib/api/drafts';
import { usePinExample } from '@/lib/api/pinExample';

const NEW = 'new';

/** Makes the customer, without what says who they are, an example that the strategy has to go on deciding like that. */
export function PinExample({ customer }: { customer: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Pin aria-hidden />
        Pin as example
      </Button>
      <Dialog title="Pin as example" open={open} onClose={close}>
        <PinForm customer={customer} onClose={close} />
      </Dialog>
    </>
  );
}

function PinForm({ customer, onClose }: { customer: string; onClose: () => void }) {
  const { data = [] } = useDrafts(false);
  const drafts = data.filter((d) => d.state !== 'PUBLISHED');
  const [why, setWhy] = useState('');
  const [chosen, choose] = useState('');
  const [allActions, setAllActions] = useState(false);
  const pin = usePinExample();
  const id = chosen || drafts[0]?.id || NEW;
  const draft = id === NEW ? { name: 'Examples' } : { id };
  if (pin.data) {
    return (
      <div className="form">
        <Notice tone="good">
          It is pinned in{' '}
          <Link to="/drafts/$id" params={{ id: pin.data.id }} search={{ tab: 'examples' }}>
            {pin.data.name}
          </Link>
          .
        </Notice>
        <div className="form-end">
          <Button onPress={onClose}>Close</Button>
        </div>
      </div>
    );
  }
  return (
    <DialogForm
      submit="Pin"
      onSubmit={() => pin.mutate({ draft, customerId: customer, why: why.trim(), allActions })}
      onClose={onClose}
      pending={pin.isPending}
      error={pin.error}
      ready={why.trim() !== ''}
    >
      <p>
        The customer is kept as they are now, without name and contact, and with what is decided for them now.
        A draft that decides otherwise cannot be published unnoticed.
      </p>
      <TextField
        label="Why, in one sentence"
        name="why"
        value={why}
        onChange={setWhy}
        required
        autoFocus
        hint="Such as “Whoever is new and agreed to nothing is not contacted”"
      />
      <Select
        label="Draft"
        value={id}
        onChange={choose}
        options={[
          ...drafts.map((d) => ({ id: d.id, label: d.name })),
          { id: NEW, label: 'A new draft of what is live' },
        ]}
      />
      <Checkbox
        label="Expect all actions in this order, not only the first"
        value={allActions}
        onChange={setAllActions}
      />
    </DialogForm>
  );
}
