import { CircleAlert, Pin, PinOff, TriangleAlert, UserX } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { TableRow } from '@/lib/api/types/tables';
import { cx } from '@/lib/cx';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { ANYTHING } from '@/lib/table/cell';
import { literalText } from '@/lib/table/literal';
import type { GridColumn } from './columns';
import type { RowMarks } from './marks';
import { ROW_HEAD_WIDTH, type Shown } from './useShown';

interface Props {
  base: string;
  index: number;
  top: number;
  height: number;
  row: TableRow;
  columns: readonly GridColumn[];
  shown: readonly Shown[];
  /** The column in use, the first and the last one selected; -1 = none in this row. */
  active: number;
  from: number;
  to: number;
  marks: RowMarks | undefined;
  /** Customers the row counts for, and those for whom it holds; undefined = not counted. */
  count: number | undefined;
  matched: number | undefined;
  /** Examples that stand for it; undefined = not counted. */
  examples: number | undefined;
  /** Takes the place of the cell in use. */
  editor: ReactNode;
  describedBy: string | undefined;
}

/** One rule. Drawn again only when something in it changes, so that a key costs two rows and not the table. */
export const GridRow = memo(function GridRow(props: Props) {
  const { base, index, top, height, row, columns, shown, active, from, to, marks, editor } = props;
  const inputs = row.when.length;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx('grid-row', active >= 0 && 'grid-row-active')}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <RowHead
        index={index}
        marks={marks}
        count={props.count}
        matched={props.matched}
        examples={props.examples}
      />
      {shown.map(({ index: at, start, size }) => {
        const column = columns[at];
        if (!column) return null;
        const text =
          column.part === 'when'
            ? String(row.when[at] ?? ANYTHING)
            : literalText(row.then[at - inputs] ?? null);
        const problem = marks?.cells.get(at);
        const isActive = at === active;
        return (
          <div
            key={column.id}
            role="gridcell"
            id={`${base}-${index}-${at}`}
            aria-colindex={at + 2}
            aria-selected={at >= from && at <= to}
            aria-invalid={problem ? true : undefined}
            aria-describedby={isActive ? props.describedBy : undefined}
            data-row={index}
            data-column={at}
            className={cx(
              'grid-cell',
              `grid-cell-${column.part}`,
              text === ANYTHING && column.part === 'when' && 'grid-cell-any',
              at >= from && at <= to && 'grid-cell-selected',
              isActive && 'grid-cell-active',
              problem && 'grid-cell-bad',
            )}
            style={{ left: start, width: size }}
            title={problem}
          >
            {isActive && editor ? editor : <span className="grid-text">{text}</span>}
          </div>
        );
      })}
    </div>
  );
});

type HeadProps = Pick<Props, 'index' | 'marks' | 'count' | 'matched' | 'examples'>;

function RowHead({ index, marks, count, matched, examples }: HeadProps) {
  const { integer } = useFormats();
  const wrong = marks?.problem ?? (marks && marks.cells.size > 0 ? 'Has a problem' : undefined);
  const nobody = count === 0;
  const why = wrong ?? marks?.odd ?? (nobody ? nobodyWords(matched, integer) : undefined);
  const counted = count === undefined ? [] : [`${integer(count)} ${plural(count, 'customer')}`];
  const stands = count === undefined || count === 0 ? undefined : examples;
  const stood = stands === undefined ? undefined : standsWords(stands, integer);
  const Icon = wrong ? CircleAlert : nobody ? UserX : TriangleAlert;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="grid-row-head"
      style={{ width: ROW_HEAD_WIDTH }}
      data-row={index}
      title={[why, stood].filter(Boolean).join('. ') || undefined}
    >
      <span className="sr">
        {[`Row ${index + 1}`, ...counted, ...(why ? [why] : []), ...(stood ? [stood] : [])].join(', ')}
      </span>
      <span aria-hidden className="num">
        {index + 1}
      </span>
      {why && <Icon aria-hidden size={14} className={cx('grid-mark', wrong && 'grid-mark-bad')} />}
      {count !== undefined && (
        <span aria-hidden className="grid-count num">
          {integer(count)}
        </span>
      )}
      {count !== undefined && (
        <span aria-hidden className={cx('grid-stands', stands === 0 && 'grid-stands-none')}>
          {stands === 0 ? <PinOff size={13} /> : stands ? <Pin size={13} /> : null}
        </span>
      )}
    </div>
  );
}

const nobodyWords = (matched: number | undefined, integer: (n: number) => string) =>
  matched ? `Counts for nobody: ${integer(matched)} who meet it are taken by other rows` : 'Nobody meets it';

const standsWords = (examples: number, integer: (n: number) => string) =>
  examples === 0
    ? 'No example stands for it'
    : `${integer(examples)} ${plural(examples, 'example stands', 'examples stand')} for it`;
