import { ChartNoAxesCombined, Download, Table2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { downloadCsv } from '@/lib/csv';
import { IconButton } from '../Button';
import { Table } from '../Table';
import { useWidth } from './useWidth';
import './charts.css';

export type Cell = string | number;

interface Props {
  title: string;
  sub?: ReactNode;
  /** The picture in one sentence, for those who do not see it. */
  summary: string;
  columns: string[];
  rows: Cell[][];
  /** Switches that belong to the chart. */
  end?: ReactNode;
  /** Height of the drawing, kept while its width is measured. */
  height: number;
  /** What replaces the data when they are too many to list. */
  tableNote?: string;
  children: (width: number) => ReactNode;
}

const TABLE_ROWS = 200;

/** Every chart: a figure with a summary in words, the same data as a table on demand, and as CSV. */
export function Figure({ title, sub, summary, columns, rows, end, height, tableNote, children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const file = `${title.toLowerCase().replace(/\W+/g, '-')}.csv`;
  return (
    <figure className="figure" aria-labelledby={id}>
      <div className="card-head">
        <div className="card-title">
          <h2 id={id}>{title}</h2>
          {sub && <div className="card-sub">{sub}</div>}
        </div>
        <div className="card-end">
          {end}
          <IconButton
            small
            label={`${asTable ? 'Show chart' : 'Show as table'}: ${title}`}
            tip={asTable ? 'Show chart' : 'Show as table'}
            icon={asTable ? <ChartNoAxesCombined aria-hidden /> : <Table2 aria-hidden />}
            onPress={() => setAsTable(!asTable)}
          />
          <IconButton
            small
            label={`Download as CSV: ${title}`}
            tip="Download as CSV"
            icon={<Download aria-hidden />}
            onPress={() => downloadCsv(file, columns, rows)}
          />
        </div>
      </div>
      <figcaption className="sr">{summary}</figcaption>
      <div className="card-body">
        <div ref={ref} style={{ minHeight: height }}>
          {asTable ? (
            <>
              <Table
                label={`${title}, data`}
                maxHeight={height}
                columns={columns.map((header, i) => ({
                  id: header,
                  header,
                  numeric: i > 0,
                  cell: (row: { cells: Cell[] }) => row.cells[i],
                }))}
                rows={rows.slice(0, TABLE_ROWS).map((cells, i) => ({ cells, i }))}
                rowKey={(row) => String(row.i)}
              />
              {(tableNote || rows.length > TABLE_ROWS) && (
                <p className="muted small">
                  {tableNote ?? `The first ${TABLE_ROWS} of ${rows.length} rows.`}
                </p>
              )}
            </>
          ) : (
            width > 0 && children(width)
          )}
        </div>
      </div>
    </figure>
  );
}
