import { Dialog } from '@/components/Dialog';
import { PositionForm } from '@/components/PositionForm';
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
  return (
    <PositionForm
      label={`Position, 1 to ${segments.length}`}
      from={segments.findIndex((s) => s.id === id)}
      places={segments.length}
      onMove={(to) => onMove(id, to)}
      onClose={onClose}
    />
  );
}
