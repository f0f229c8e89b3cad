import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useFormats } from '@/lib/SessionContext';
import { cellWords } from '@/lib/table/words';
import { cellText, type GridColumn } from './columns';
import type { Marks } from './marks';

interface Props {
  id: string;
  table: DecisionTable;
  row: number;
  column: number;
  columns: readonly GridColumn[];
  marks: Marks;
}

/** The cell in use in words, and what is wrong with it or with its row. */
export function CellLine({ id, table, row, column: at, columns, marks }: Props) {
  const formats = useFormats();
  const column = columns[at];
  if (!column || !table.rows[row]) return <p id={id} className="cell-line" />;
  const text = cellText(table, row, at);
  const words =
    column.part === 'when'
      ? (cellWords(text, column.term, formats) ?? `asks ${text}`)
      : text === ''
        ? 'gives nothing yet'
        : `is ${text}`;
  const found = marks.rows.get(row);
  const problem = found?.cells.get(at) ?? found?.problem;
  return (
    <div id={id} className="cell-line">
      <p>
        <b>
          Row {formats.integer(row + 1)}, {column.label}
        </b>{' '}
        {words}
      </p>
      {problem && (
        <p className="cell-problem">
          <CircleAlert aria-hidden size={15} /> {problem}
        </p>
      )}
      {!problem && found?.odd && (
        <p className="cell-odd">
          <TriangleAlert aria-hidden size={15} /> {found.odd}
        </p>
      )}
    </div>
  );
}
