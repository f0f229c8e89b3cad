import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { Table } from '@/components/Table';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { SimulationSummary } from '@/lib/api/types/simulations';
import { moneyDelta } from '@/lib/delta';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

export function SimulationTable({ simulations }: { simulations: SimulationSummary[] }) {
  const formats = useFormats();
  const { integer, percent, when } = formats;
  return (
    <Table
      label="Simulations, newest first"
      rows={simulations}
      rowKey={(s) => s.id}
      columns={[
        {
          id: 'label',
          header: 'Tried',
          cell: (s) => (
            <Link to="/simulations/$id" params={{ id: s.id }} className="simulation-name">
              {s.label}
            </Link>
          ),
        },
        { id: 'state', header: 'State', cell: (s) => <Standing simulation={s} /> },
        {
          id: 'changed',
          header: 'Customers who change',
          numeric: true,
          cell: ({ result }) =>
            result
              ? `${integer(result.changed)} (${percent(result.changed / Math.max(1, result.customers), 1)})`
              : DASH,
        },
        {
          id: 'value',
          header: 'Expected value',
          numeric: true,
          cell: ({ result }) => (result ? moneyDelta(result.valueAfter - result.valueBefore, formats) : DASH),
        },
        {
          id: 'asked',
          header: 'Asked for',
          cell: (s) => (
            <>
              <span className="nowrap">{when(s.createdAt)}</span>
              <div className="muted small">{s.createdBy}</div>
            </>
          ),
        },
      ]}
    />
  );
}

/** What a simulation is good for now. */
function Standing({ simulation }: { simulation: SimulationSummary }) {
  const live = useLiveStrategy().data;
  if (!simulation.result) return <Badge tone="accent">Running</Badge>;
  if (live?.hash === simulation.strategyAfter) return <Badge tone="good">Live</Badge>;
  if (simulation.obstacle) return <Badge>Outdated</Badge>;
  return <Badge tone="warn">Can be published</Badge>;
}
