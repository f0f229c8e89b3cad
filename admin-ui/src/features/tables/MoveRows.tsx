import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { PositionForm } from '@/components/PositionForm';
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
  const places = rowCount - (bottom - top);
  const rows = top === bottom ? `row ${top + 1}` : `rows ${top + 1} to ${bottom + 1}`;
  return (
    <PositionForm
      label={`Position of ${rows}, 1 to ${places}`}
      from={top}
      places={places}
      onMove={acts.moveTo}
      onClose={onClose}
    />
  );
}
