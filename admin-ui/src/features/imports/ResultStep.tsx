import { Link } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { Refusal } from '@/components/Notice';
import { useImport } from '@/lib/api/import';
import { useJob } from '@/lib/api/job';
import { isOver } from '@/lib/api/jobs';
import { useStartImport } from '@/lib/api/startImport';
import type { ImportRequest } from '@/lib/api/types/imports';
import { ImportReport } from './ImportReport';

interface Props {
  jobId: string;
  dryRun: boolean;
  request: ImportRequest;
  onBack: () => void;
  onImported: (jobId: string) => void;
  onAnother: () => void;
}

/** The outcome of the dry run, and after it of the import itself. */
export function ResultStep({ jobId, dryRun, request, onBack, onImported, onAnother }: Props) {
  const run = useImport(jobId);
  useJob(jobId);
  const start = useStartImport();
  const over = run.data ? isOver(run.data.state) : false;
  const useful = (run.data?.rows.accepted ?? 0) > 0;
  return (
    <div className="stack">
      <Card
        title={dryRun ? 'What would happen to every row' : 'What happened to every row'}
        sub={dryRun ? 'Dry run: nothing is stored yet' : undefined}
      >
        <Loaded query={run} height={160} label="Reading the file">
          {(data) => <ImportReport run={data} />}
        </Loaded>
      </Card>
      <Refusal error={start.error} />
      <div className="form-end">
        {dryRun ? (
          <>
            <Button onPress={onBack}>Back to the columns</Button>
            <Button
              kind="primary"
              isDisabled={!over || !useful}
              isPending={start.isPending}
              onPress={() => start.mutate(request, { onSuccess: (started) => onImported(started.id) })}
            >
              {run.data?.rows.rejected ? 'Import the good rows' : 'Import'}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onAnother}>Import another file</Button>
            <Link to="/imports" search={{}} className="btn btn-primary">
              Go to the history
            </Link>
          </>
        )}
      </div>
    </div>
  );
}
