import { useState } from 'react';
import { DialogForm } from './DialogForm';
import { NumberField } from './Fields';

interface Props {
  label: string;
  from: number;
  places: number;
  /** Places are counted from 0 here. */
  onMove: (to: number) => void;
  onClose: () => void;
}

/** Asks for a place in an order, counted from 1. */
export function PositionForm({ label, from, places, onMove, onClose }: Props) {
  const [place, setPlace] = useState(from + 1);
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
      <NumberField label={label} value={place} onChange={setPlace} minimum={1} maximum={places} step={1} />
    </DialogForm>
  );
}
