import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { SegmentTag } from '@/components/SegmentTag';
import { Table } from '@/components/Table';
import type { SimulationChange, SimulationResult } from '@/lib/api/types/simulations';
import { moneyDelta } from '@/lib/delta';
import { useFormats } from '@/lib/SessionContext';
import { useSegments } from '@/lib/useSegments';
import { BothTraces } from './BothTraces';
import { labelOf } from './movement';

interface Props {
  id: string;
  changes: SimulationChange[];
  result: SimulationResult;
}

export function MoversTable({ id, changes, result }: Props) {
  const [opened, setOpened] = useState<SimulationChange | null>(null);
  const formats = useFormats();
  const palette = useSegments();
  const segment = (name: string) => (
    <SegmentTag segment={{ ...palette.of(name), label: labelOf(result.segments, name) }} />
  );
  const action = (name: string) => labelOf(result.actions, name);
  return (
    <>
      <Table
        label="Change of each customer"
        rows={changes}
        rowKey={(c) => c.customerId}
        columns={[
          {
            id: 'customer',
            header: 'Customer',
            cell: (c) => (
              <Link
                to="/customers"
                search={{ id: c.customerId, search: c.customerId }}
                className="num nowrap"
              >
                {c.customerId}
              </Link>
            ),
          },
          { id: 'segment', header: 'Segment before', cell: (c) => segment(c.segmentBefore) },
          {
            id: 'segmentAfter',
            header: 'Segment after',
            cell: (c) =>
              c.segmentAfter === c.segmentBefore ? (
                <span className="muted">same</span>
              ) : (
                segment(c.segmentAfter)
              ),
          },
          { id: 'action', header: 'First action before', cell: (c) => action(c.actionBefore) },
          {
            id: 'actionAfter',
            header: 'First action after',
            cell: (c) =>
              c.actionAfter === c.actionBefore ? (
                <span className="muted">same</span>
              ) : (
                <b>{action(c.actionAfter)}</b>
              ),
          },
          {
            id: 'value',
            header: 'Expected value',
            numeric: true,
            cell: (c) => moneyDelta(c.valueAfter - c.valueBefore, formats),
          },
          {
            id: 'why',
            header: 'Why',
            cell: (c) => (
              <Button small onPress={() => setOpened(c)}>
                Why <span className="sr">{c.customerId} changes</span>
              </Button>
            ),
          },
        ]}
      />
      <BothTraces id={id} change={opened} onClose={() => setOpened(null)} />
    </>
  );
}
