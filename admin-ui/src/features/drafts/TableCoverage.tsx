import { Meter } from '@/components/Meter';
import type { CoveredTable } from '@/lib/api/types/drafts';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { type Open, type Pins, Uncovered } from './Uncovered';

interface Props extends Pins {
  table: CoveredTable;
  label: string;
  /** In the base. */
  customers: number;
}

/** Which rows of a table examples stand for, and by how many customers the others count. */
export function TableCoverage({ table, label, customers, ...pins }: Props) {
  const { integer } = useFormats();
  const { name, otherwise } = table;
  const rows = table.customers.map((count, row): Open & { examples: number } => ({
    place: `tables/${name}/rows/${row}`,
    name: `row ${integer(row + 1)} of ${label}`,
    customers: count,
    value: table.values[row] ?? 0,
    examples: table.examples[row] ?? 0,
  }));
  const deciding = rows.filter((r) => r.customers > 0);
  const stood = deciding.filter((r) => r.examples > 0);
  const { customers: unmet, value, examples } = otherwise;
  const none = { place: `tables/${name}/otherwise`, name: `no row of ${label}`, customers: unmet, value };
  const open = [...rows.filter((r) => r.examples === 0), ...(unmet > 0 && examples === 0 ? [none] : [])];
  const decided = stood.reduce((sum, r) => sum + r.customers, 0);
  return (
    <>
      <h3 className="coverage-head">{label}</h3>
      <Meter share={customers === 0 ? 0 : decided / customers} />
      <p className="small num">
        Examples stand for {integer(stood.length)} of {integer(deciding.length)}{' '}
        {plural(deciding.length, 'row')} that {plural(deciding.length, 'decides', 'decide')} customers:{' '}
        {integer(decided)} of {integer(customers)} {plural(customers, 'customer')}.
      </p>
      <Uncovered title={`Rows of ${label} without an example`} open={open} {...pins} />
    </>
  );
}
