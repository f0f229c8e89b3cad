import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { NumberField } from '@/components/Fields';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Which ones, in words. */
  rows: string;
  /** The index of the first of them. */
  first: number;
  /** How many places they can have. */
  places: number;
  onMove: (to: number) => void;
}

/** Asks for the place that rows shall have, counted from 1. */
export function MoveRows({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="Move to position" open={open} onClose={onClose}>
      <Move onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Move({ onClose, rows, first, places, onMove }: Omit<Props, 'open'>) {
  const [place, setPlace] = useState(first + 1);
  const submit = () => {
    onMove(place - 1);
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
        label={`Position of ${rows}, 1 to ${places}`}
        value={place}
        onChange={setPlace}
        minimum={1}
        maximum={places}
        step={1}
      />
    </DialogForm>
  );
}
