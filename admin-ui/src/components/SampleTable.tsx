import { Link } from '@tanstack/react-router';
import type { CustomerRow } from '@/lib/api/types/customers';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { Table } from './Table';

type Sample = Pick<CustomerRow, 'id' | 'name' | 'clv' | 'churnRisk'>;

/** A few customers, each a link to the desk. */
export function SampleTable({ rows }: { rows: Sample[] }) {
  const { money, percent } = useFormats();
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
        {
          id: 'clv',
          header: 'Lifetime value',
          numeric: true,
          cell: (c) => (c.clv === null ? DASH : money(c.clv)),
        },
        {
          id: 'risk',
          header: 'Risk',
          numeric: true,
          cell: (c) => (c.churnRisk === null ? DASH : percent(c.churnRisk)),
        },
      ]}
    />
  );
}
