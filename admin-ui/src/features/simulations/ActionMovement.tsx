import { Figure } from '@/components/charts/Figure';
import type { ChangeFilter } from '@/lib/api/simulationChanges';
import type { Transitions } from '@/lib/api/types/simulations';
import { useFormats } from '@/lib/SessionContext';
import { ActionMatrix } from './ActionMatrix';
import { CELL_COLUMNS, cellRows, inUse, labelOf, moves } from './movement';

interface Props {
  transitions: Transitions;
  filter: ChangeFilter;
  onChoose: (filter: ChangeFilter) => void;
}

const ROW_HEIGHT = 41;

/** Who gets which first action instead of which. */
export function ActionMovement({ transitions, filter, onChoose }: Props) {
  const formats = useFormats();
  const first = moves(transitions)[0];
  const label = (name: string) => labelOf(transitions, name);
  const summary = first
    ? `${formats.integer(transitions.moved)} get another first action; most often ${label(first.to)} instead of ${label(first.from)} (${formats.integer(first.customers)}).`
    : 'Everybody keeps the first action.';
  return (
    <div className="card">
      <Figure
        title="Between first actions"
        sub={summary}
        summary={summary}
        columns={CELL_COLUMNS}
        rows={cellRows(transitions, formats)}
        height={(inUse(transitions).length + 2) * ROW_HEIGHT}
      >
        {() => (
          <ActionMatrix
            transitions={transitions}
            chosen={(from, to) => filter.actionBefore === from && filter.actionAfter === to}
            onChoose={(from, to) => onChoose({ actionBefore: from, actionAfter: to })}
          />
        )}
      </Figure>
    </div>
  );
}
