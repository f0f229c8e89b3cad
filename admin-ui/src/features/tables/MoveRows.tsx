import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { NumberField } from '@/components/Fields';
import type { TableActs } from './useGridActs';

interface Props {
  open: boolean;
  onClose: () => void;
  acts: TableActs;
  rowCount: number;
}

/** Asks for the place that the rows selected shall have, counted from 1. */
export function MoveRows({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title="Move to position" open={open} onClose={onClose}>
      <Move onClose={onClose} {...rest} />
    </Dialog>
  );
}

function Move({ onClose, acts, rowCount }: Omit<Props, 'open'>) {
  const [{ top, bottom }] = useState(acts.range);
  const [place, setPlace] = useState(top + 1);
  const places = rowCount - (bottom - top);
  const rows = top === bottom ? `row ${top + 1}` : `rows ${top + 1} to ${bottom + 1}`;
  const submit = () => {
    acts.moveTo(place - 1);
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
