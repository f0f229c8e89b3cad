import { memo } from 'react';
import { Card } from '@/components/Card';
import { ErrorState } from '@/components/States';
import type { CoveredTable } from '@/lib/api/types/drafts';
import type { DecisionTable, TableEffect, TableRow } from '@/lib/api/types/tables';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { MissingRows } from './MissingRows';
import { RowExamples } from './RowExamples';
import { Sentences } from './Sentences';
import type { TableEffects } from './useTableEffect';

interface Props {
  table: DecisionTable;
  row: number;
  effects: TableEffects;
  effect: TableEffect | undefined;
  covered: CoveredTable | undefined;
  editable: boolean;
  onRow: (row: number) => void;
  onAdd: (row: TableRow) => void;
}

/** How many customers the rows are about, and the rows as sentences. Drawn again only when one of them changes. */
export const TableRail = memo(function TableRail(props: Props) {
  const { table, row, effects, effect, covered, editable, onRow, onAdd } = props;
  const { asOf, behind, counting, error, refetch } = effects;
  const { when } = useFormats();
  const gap = effects.gaps.find((g) => g.table === table.name);
  return (
    <aside className="stack table-rail" aria-label="Customers and rows in words">
      <Card title="Customers" sub="Counted on every customer as you edit">
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : effect ? (
          <div className={behind ? 'behind' : undefined}>
            <Counts row={row} effect={effect} customers={effects.customers ?? 0} />
            {covered && (
              <RowExamples
                place={`tables/${table.name}/rows/${row}`}
                examples={covered.examples[row] ?? 0}
                value={covered.values[row] ?? 0}
                customers={covered.customers[row] ?? 0}
                editable={editable}
              />
            )}
          </div>
        ) : effects.problems.length > 0 ? (
          <p className="muted">Known as soon as the problems above are solved.</p>
        ) : (
          <p className="muted">Counting…</p>
        )}
        <p className="small muted counted" role="status">
          {counting || behind ? 'Counting…' : asOf ? `Scores from ${when(asOf)}` : ''}
        </p>
      </Card>
      {gap && (
        <MissingRows
          table={table}
          gap={gap}
          editable={editable}
          behind={effects.findingsBehind}
          onAdd={onAdd}
        />
      )}
      <Sentences table={table} row={row} onRow={onRow} />
    </aside>
  );
});

interface CountsProps {
  row: number;
  effect: TableEffect;
  customers: number;
}

function Counts({ row, effect, customers }: CountsProps) {
  const { integer, percent } = useFormats();
  const [count, matched] = [effect.rows[row] ?? 0, effect.matched[row] ?? 0];
  const taken = matched - count;
  return (
    <>
      <p className="big-number num">{integer(count)}</p>
      <p className="muted num">
        {plural(count, 'customer')} by row {integer(row + 1)}, {percent(count / Math.max(1, customers), 1)} of{' '}
        {integer(customers)}
      </p>
      {taken > 0 && (
        <p className="small num">
          {integer(matched)} meet it; for {integer(taken)} of them another row counts.
        </p>
      )}
      <p className="small num table-none">
        {integer(effect.none)} {plural(effect.none, 'customer meets', 'customers meet')} no row.
      </p>
    </>
  );
}
