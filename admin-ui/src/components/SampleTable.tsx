import { Link } from '@tanstack/react-router';
import type { CustomerRow } from '@/lib/api/types/customers';
import { useScores } from '@/lib/useScores';
import { Table } from './Table';

type Sample = Pick<CustomerRow, 'id' | 'name' | 'clv' | 'churnRisk'>;

/** A few customers, each a link to the desk. */
export function SampleTable({ rows }: { rows: Sample[] }) {
  const { shown } = useScores();
  if (rows.length === 0) return null;
  return (
    <Table
      label="Sample of customers"
      rows={rows}
      rowKey={(c) => c.id}
      columns={[
        {
          id: 'name',
          header: `Sample of ${rows.length}`,
          cell: (c) => (
            <Link to="/customers" search={{ id: c.id }}>
              {c.name || c.id}
            </Link>
          ),
        },
        ...shown.map((score) => ({
          id: score.name,
          header: score.label,
          numeric: true,
          cell: (c: Sample) => score.text(score.of(c)),
        })),
      ]}
    />
  );
}
