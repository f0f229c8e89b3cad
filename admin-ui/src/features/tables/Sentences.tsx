import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { Card } from '@/components/Card';
import { Refusal } from '@/components/Notice';
import { Skeleton } from '@/components/States';
import { useTableSentences } from '@/lib/api/tableSentences';
import type { DecisionTable } from '@/lib/api/types/tables';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { useDebounced } from '@/lib/useDebounced';

const PAUSE_MILLIS = 400;
const USUAL_HEIGHT = 58;

interface Props {
  table: DecisionTable;
  row: number;
  onRow: (row: number) => void;
}

/** The rows of a table as sentences, the one in use marked; a press on one goes to its row. */
export function Sentences({ table, row, onRow }: Props) {
  const content = useSnapshot((now) => now.history.content);
  const settled = useDebounced(content, PAUSE_MILLIS);
  const { data, error } = useTableSentences(settled.basedOn, settled.document, table.name);
  const behind = settled !== content;
  return (
    <Card title="In words" sub={data?.hitPolicy} flush className="sentences-card">
      {error ? (
        <Refusal error={error} />
      ) : data ? (
        <>
          <Rows sentences={data.sentences} row={row} onRow={onRow} behind={behind} />
          {data.otherwise && <p className="sentence-otherwise">{data.otherwise}</p>}
        </>
      ) : (
        <Skeleton height={200} label="Putting the rows in words" />
      )}
    </Card>
  );
}

interface RowsProps {
  sentences: (string | null)[];
  row: number;
  onRow: (row: number) => void;
  behind: boolean;
}

const Rows = memo(function Rows({ sentences, row, onRow, behind }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: sentences.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 3,
  });
  useEffect(() => {
    if (row < sentences.length) virtual.scrollToIndex(row, { align: 'auto' });
  }, [row, sentences.length, virtual]);
  return (
    <div ref={scroller} className={behind ? 'sentences behind' : 'sentences'}>
      <ul aria-label="Rows as sentences" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={sentences.length}
            className="sentence"
            style={{ transform: `translateY(${start}px)` }}
          >
            <button type="button" aria-current={index === row} onClick={() => onRow(index)}>
              <span className="num sentence-number">{index + 1}</span>
              <span>
                {sentences[index] ?? <i className="muted">Has a problem; solved, it reads as a sentence.</i>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
});
