import { Plus } from 'lucide-react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import type { TableGap } from '@/lib/api/types/drafts';
import type { DecisionTable, TableRow } from '@/lib/api/types/tables';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  table: DecisionTable;
  gap: TableGap;
  editable: boolean;
  /** Whether the table was changed since the gap was looked for. */
  behind: boolean;
  onAdd: (row: TableRow) => void;
}

/** Rows that would fit customers whom no row fits, those that fit most first; a press takes one over. */
export function MissingRows({ table, gap, editable, behind, onAdd }: Props) {
  const { integer } = useFormats();
  const rows = gap.rows.filter(({ when }) => when.length === table.inputs.length && !isThere(when, table));
  if (rows.length === 0 && gap.unwritten.length === 0) return null;
  return (
    <Card
      title="Rows that are missing"
      sub={`No row fits ${integer(gap.customers)} ${plural(gap.customers, 'customer')}`}
    >
      <ul className={behind ? 'missing-rows behind' : 'missing-rows'}>
        {rows.map(({ when, then, nearest, customers, sentence }) => (
          <li key={when.join(' ')}>
            <p>{sentence}</p>
            <p className="muted small num">
              Fits {integer(customers)} {plural(customers, 'customer')}. What it gives is taken from row{' '}
              {integer(nearest + 1)}, which is nearest: change it if something else is meant.
            </p>
            {editable && (
              <Button small isDisabled={behind} onPress={() => onAdd({ when, then })}>
                <Plus aria-hidden />
                Add this row<span className="sr">: {sentence}</span>
              </Button>
            )}
          </li>
        ))}
        {gap.unwritten.map((why) => (
          <li key={why} className="muted small missing-why">
            No row can be proposed for some of them. {why}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const isThere = (when: string[], { rows }: DecisionTable) =>
  rows.some((row) => row.when.join('\n') === when.join('\n'));
