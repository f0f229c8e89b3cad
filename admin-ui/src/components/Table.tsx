import { Fragment, type ReactNode } from 'react';
import { cx } from '@/lib/cx';
import './table.css';

export interface Column<T> {
  id: string;
  header: ReactNode;
  cell: (row: T) => ReactNode;
  /** Numbers are set right, in figures of one width. */
  numeric?: boolean;
  className?: string;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Names the row's header cell; the first column when absent. */
  rowHeader?: string;
  maxHeight?: number;
  /** The cell that names a row stays in sight while the others scroll sideways. */
  stickyHeader?: boolean;
  /** The row that was asked for by a link, if one was. */
  isCurrent?: (row: T) => boolean;
  /** What is shown below a row over its whole width; null = nothing. */
  detail?: (row: T) => ReactNode;
}

/** A short table; scrolls sideways inside itself on a narrow screen. */
export function Table<T>({
  label,
  columns,
  rows,
  rowKey,
  rowHeader,
  maxHeight,
  stickyHeader,
  isCurrent,
  detail,
}: Props<T>) {
  const header = rowHeader ?? columns[0]?.id;
  return (
    <section
      className={cx('table-scroll', stickyHeader && 'table-sticky')}
      aria-label={label}
      tabIndex={0}
      style={maxHeight ? { maxHeight } : undefined}
    >
      <table className="table">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.id} scope="col" className={cx(c.numeric && 'table-right', c.className)}>
                {c.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={rowKey(row)}>
              <tr aria-current={isCurrent?.(row) || undefined}>
                {columns.map((c) => {
                  const className = cx(c.numeric && 'table-right num', c.className);
                  return c.id === header ? (
                    <th key={c.id} scope="row" className={className}>
                      {c.cell(row)}
                    </th>
                  ) : (
                    <td key={c.id} className={className}>
                      {c.cell(row)}
                    </td>
                  );
                })}
              </tr>
              <Detail columns={columns.length}>{detail?.(row)}</Detail>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Detail({ columns, children }: { columns: number; children: ReactNode }) {
  if (!children) return null;
  return (
    <tr className="table-detail">
      <td colSpan={columns}>{children}</td>
    </tr>
  );
}
