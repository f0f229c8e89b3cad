import { Download } from 'lucide-react';
import { Notice } from '@/components/Notice';
import { StateBadge } from '@/components/StateBadge';
import { importErrorsUrl } from '@/lib/api/import';
import { isOver } from '@/lib/api/jobs';
import type { ImportRun } from '@/lib/api/types/imports';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { ErrorTable } from './ErrorTable';
import { RowCounts } from './RowCounts';

/** What an import or a dry run did with every row, and why rows were refused. */
export function ImportReport({ run }: { run: ImportRun }) {
  const { integer } = useFormats();
  const { rows, errors, notices } = run;
  return (
    <div className="stack-s">
      <div className="row" role="status">
        <StateBadge state={run.state} />
        <span className="muted">
          {isOver(run.state)
            ? `${integer(rows.read)} ${plural(rows.read, 'row')} read`
            : `${integer(rows.read)} ${plural(rows.read, 'row')} read so far…`}
        </span>
      </div>
      <RowCounts rows={rows} dryRun={run.dryRun} />
      {run.error && <Notice tone="bad">{run.error}</Notice>}
      {notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      {errors.length > 0 && (
        <>
          <div className="row row-between row-wrap">
            <h3 className="import-heading">
              {rows.rejected > errors.length
                ? `The first ${integer(errors.length)} of ${integer(rows.rejected)} refused rows`
                : 'Refused rows'}
            </h3>
            <a
              className="btn btn-plain btn-small"
              href={importErrorsUrl(run.id)}
              download={`errors-${run.id}.csv`}
            >
              <Download aria-hidden />
              All errors as CSV
            </a>
          </div>
          <ErrorTable errors={errors} />
        </>
      )}
    </div>
  );
}
