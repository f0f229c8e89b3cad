import type { ReactNode } from 'react';
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
  /** The row that was asked for by a link, if one was. */
  isCurrent?: (row: T) => boolean;
}

/** A short table; scrolls sideways inside itself on a narrow screen. */
export function Table<T>({ label, columns, rows, rowKey, rowHeader, maxHeight, isCurrent }: Props<T>) {
  const header = rowHeader ?? columns[0]?.id;
  return (
    <section
      className="table-scroll"
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
            <tr key={rowKey(row)} aria-current={isCurrent?.(row) || undefined}>
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
          ))}
        </tbody>
      </table>
    </section>
  );
}
