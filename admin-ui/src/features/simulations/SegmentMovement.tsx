import { useMemo } from 'react';
import { Figure } from '@/components/charts/Figure';
import { FlowChart } from '@/components/charts/FlowChart';
import type { ChangeFilter } from '@/lib/api/simulationChanges';
import type { Transitions } from '@/lib/api/types/simulations';
import { useFormats } from '@/lib/SessionContext';
import { useSegments } from '@/lib/useSegments';
import { MoveList } from './MoveList';
import { CELL_COLUMNS, cellRows, inUse, labelOf, moves } from './movement';

interface Props {
  transitions: Transitions;
  customers: number;
  filter: ChangeFilter;
  onChoose: (filter: ChangeFilter) => void;
}

const GROUP_HEIGHT = 62;

/** Who goes from which segment to which, drawn and, for the keyboard, listed. */
export function SegmentMovement({ transitions, customers, filter, onChoose }: Props) {
  const formats = useFormats();
  const { integer } = formats;
  const palette = useSegments();
  const groups = useMemo(
    () => inUse(transitions).map((g) => ({ ...palette.of(g.name), name: g.name, label: g.label })),
    [transitions, palette],
  );
  const flows = useMemo(
    () => transitions.cells.map((c) => ({ from: c.from, to: c.to, value: c.customers })),
    [transitions],
  );
  const label = (name: string) => labelOf(transitions, name);
  const moving = moves(transitions);
  const first = moving[0];
  const summary = first
    ? `${integer(transitions.moved)} of ${integer(customers)} customers change segment; most go from ${label(first.from)} to ${label(first.to)} (${integer(first.customers)}).`
    : 'Nobody changes segment.';
  const height = Math.max(200, groups.length * GROUP_HEIGHT);
  const choose = (from: string, to: string) => onChoose({ segmentBefore: from, segmentAfter: to });
  return (
    <div className="card simulation-flow">
      <Figure
        title="Between segments"
        sub={summary}
        summary={summary}
        columns={CELL_COLUMNS}
        rows={cellRows(transitions, formats)}
        height={height}
        end={<Legend />}
      >
        {(width) => (
          <FlowChart
            groups={groups}
            flows={flows}
            width={width}
            height={height}
            heads={['Live strategy', 'With this model']}
            label={summary}
            integer={integer}
            tip={({ from, to, value }) => (
              <>
                <b>{integer(value)}</b>{' '}
                {from === to ? `stay in ${label(from)}` : `move from ${label(from)} to ${label(to)}`}
              </>
            )}
            chosen={({ from, to }) => filter.segmentBefore === from && filter.segmentAfter === to}
            onChoose={({ from, to }) => choose(from, to)}
          />
        )}
      </Figure>
      <MoveList
        moves={moving}
        segment={(name) => ({ ...palette.of(name), label: label(name) })}
        chosen={({ from, to }) => filter.segmentBefore === from && filter.segmentAfter === to}
        onChoose={({ from, to }) => choose(from, to)}
      />
    </div>
  );
}

const Legend = () => (
  <span className="flow-legend" aria-hidden>
    <i className="dot flow-stay" /> Stay
    <i className="dot flow-move" /> Move
  </span>
);
