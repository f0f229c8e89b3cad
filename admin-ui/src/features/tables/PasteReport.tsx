import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import type { Pasted } from './paste';

const NAMED = 5;

interface Props {
  what: Pasted;
  onUndo: () => void;
  onClose: () => void;
}

/** What became of rows from a spreadsheet: what was added, what did not fit and what no cell can ask or give. */
export function PasteReport({ what, onUndo, onClose }: Props) {
  const { integer } = useFormats();
  const { cells, addedRows, lostColumns, unread } = what;
  const amount = (n: number, one: string) => `${integer(n)} ${plural(n, one)}`;
  const parts = [
    `${amount(cells.length, 'row')} pasted`,
    ...(addedRows > 0 ? [`${integer(addedRows)} of them new`] : []),
    ...(lostColumns > 0
      ? [`${amount(lostColumns, 'column')} did not fit: the table has none to the right`]
      : []),
    ...(unread.length > 0
      ? [
          `${amount(unread.length, 'cell')} ${plural(unread.length, 'holds', 'hold')} what the table does not know`,
        ]
      : []),
  ];
  return (
    <div role="status">
      <Notice tone={lostColumns > 0 || unread.length > 0 ? 'warn' : 'good'}>
        {parts.join('; ')}.
        {unread.length > 0 && (
          <ul className="bullets">
            {unread.slice(0, NAMED).map((u) => (
              <li key={`${u.row} ${u.column}`}>
                Row {integer(u.row + 1)}, {u.column}: {u.text || 'empty'}
              </li>
            ))}
            {unread.length > NAMED && <li>and {integer(unread.length - NAMED)} more</li>}
          </ul>
        )}
        <span className="notice-acts">
          <Button small onPress={onUndo}>
            Undo
          </Button>
          <Button small kind="ghost" onPress={onClose}>
            Close
          </Button>
        </span>
      </Notice>
    </div>
  );
}
