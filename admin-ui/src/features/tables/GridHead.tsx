import { memo } from 'react';
import { cx } from '@/lib/cx';
import type { GridColumn } from './columns';
import { HEAD_HEIGHT, ROW_HEAD_WIDTH, type Shown } from './useShown';

interface Props {
  columns: readonly GridColumn[];
  shown: readonly Shown[];
  width: number;
  active: number;
  onChoose: (column: number) => void;
}

/** The names of the columns: what is asked, then what a row gives. */
export const GridHead = memo(function GridHead({ columns, shown, width, active, onChoose }: Props) {
  return (
    <div role="rowgroup" className="grid-head" style={{ width, height: HEAD_HEIGHT }}>
      <div role="row" aria-rowindex={1}>
        <div
          role="columnheader"
          aria-colindex={1}
          className="grid-corner"
          style={{ width: ROW_HEAD_WIDTH, height: HEAD_HEIGHT }}
        >
          Row <span className="grid-corner-count">Customers</span>
        </div>
        {shown.map(({ index, start, size }) => {
          const column = columns[index];
          return (
            column && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, columns are chosen by the arrow keys
              <div
                key={column.id}
                role="columnheader"
                aria-colindex={index + 2}
                className={cx(
                  'grid-column',
                  `grid-column-${column.part}`,
                  index === active && 'grid-column-active',
                )}
                style={{ left: start, width: size, height: HEAD_HEIGHT }}
                onClick={() => onChoose(index)}
              >
                <small aria-hidden>{column.part === 'when' ? 'When' : 'Then'}</small>
                <span className="grid-column-name">
                  <span className="sr">{column.part === 'when' ? 'When ' : 'Then '}</span>
                  {column.label}
                </span>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
});
