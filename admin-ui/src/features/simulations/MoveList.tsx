import { ArrowRight } from 'lucide-react';
import { SegmentTag } from '@/components/SegmentTag';
import type { TransitionCell } from '@/lib/api/types/simulations';
import { moneyDelta } from '@/lib/delta';
import { useFormats } from '@/lib/SessionContext';
import type { NamedColor } from '@/lib/segments';
import '@/components/masterDetail.css';

interface Props {
  moves: TransitionCell[];
  segment: (name: string) => NamedColor;
  chosen: (move: TransitionCell) => boolean;
  onChoose: (move: TransitionCell) => void;
}

/** Every movement between two segments, the largest first; a press lists its customers. */
export function MoveList({ moves, segment, chosen, onChoose }: Props) {
  const formats = useFormats();
  if (moves.length === 0) return null;
  return (
    <div className="simulation-moves">
      <h3>Who moves</h3>
      <ul>
        {moves.map((move) => (
          <li key={`${move.from} ${move.to}`}>
            <button
              type="button"
              className="pick pick-plain"
              aria-current={chosen(move)}
              onClick={() => onChoose(move)}
            >
              <span className="move">
                <SegmentTag segment={segment(move.from)} />
                <ArrowRight size={14} aria-hidden />
                <span className="sr">to</span>
                <SegmentTag segment={segment(move.to)} />
              </span>
              <span className="pick-number num">{formats.integer(move.customers)}</span>
              <span className="pick-sub muted num">
                Expected value {moneyDelta(move.valueAfter - move.valueBefore, formats)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
