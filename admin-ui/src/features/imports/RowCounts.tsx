import type { ImportRows } from '@/lib/api/types/imports';
import { cx } from '@/lib/cx';
import { useFormats } from '@/lib/SessionContext';

export function RowCounts({ rows, dryRun }: { rows: ImportRows; dryRun: boolean }) {
  const { integer } = useFormats();
  const counts: [string, number][] = [
    [dryRun ? 'Would be new' : 'New', rows.created],
    [dryRun ? 'Would change' : 'Changed', rows.updated],
    ['Unchanged', rows.unchanged],
    ['Refused', rows.rejected],
  ];
  return (
    <dl className="row-counts">
      {counts.map(([name, n]) => (
        <div key={name} className={cx(name === 'Refused' && n > 0 && 'row-counts-bad')}>
          <dt>{name}</dt>
          <dd className="num">{integer(n)}</dd>
        </div>
      ))}
    </dl>
  );
}
