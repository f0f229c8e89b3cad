import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { NumberField } from '@/components/Fields';
import { useDocument } from '@/lib/draft/DraftContext';

interface Props {
  open: boolean;
  onClose: () => void;
  id: string;
  onMove: (id: string, to: number) => void;
}

/** Asks for the place a segment shall have, counted from 1. */
export function MoveDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="Move to position" open={open} onClose={onClose}>
      <Move onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Move({ onClose, id, onMove }: Omit<Props, 'open'>) {
  const segments = useDocument((d) => d.segments.segments);
  const [place, setPlace] = useState(segments.findIndex((s) => s.id === id) + 1);
  const submit = () => {
    onMove(id, place - 1);
    onClose();
  };
  return (
    <DialogForm
      submit="Move"
      onSubmit={submit}
      onClose={onClose}
      pending={false}
      error={null}
      ready={!Number.isNaN(place)}
    >
      <NumberField
        label={`Position, 1 to ${segments.length}`}
        value={place}
        onChange={setPlace}
        minimum={1}
        maximum={segments.length}
        step={1}
      />
    </DialogForm>
  );
}
