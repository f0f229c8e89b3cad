import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { Notice, Refusal } from '@/components/Notice';
import { Progress } from '@/components/Progress';
import { StateBadge } from '@/components/StateBadge';
import { useCancelJob } from '@/lib/api/cancelJob';
import { useJob } from '@/lib/api/job';
import { isOver } from '@/lib/api/jobs';
import { modelsKey } from '@/lib/api/models';
import type { Job } from '@/lib/api/types/jobs';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  jobId: string;
  onAgain: () => void;
  onClose: () => void;
}

/** A training as it runs; once it is done the registry shows what came of it. */
export function TrainingProgress({ jobId, onAgain, onClose }: Props) {
  const job = useJob(jobId);
  const queries = useQueryClient();
  const cancel = useCancelJob();
  const over = job.data !== undefined && isOver(job.data.state);
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: modelsKey });
  }, [over, queries]);
  return (
    <div className="form">
      <Loaded query={job} height={80} label="Starting the training">
        {(data) => <Reached job={data} />}
      </Loaded>
      {cancel.isSuccess && !over && (
        <Notice>Cancelling: it stops within a moment. Scores that are done stay registered.</Notice>
      )}
      <Refusal error={cancel.error} />
      <div className="form-end">
        {over && job.data?.state !== 'SUCCEEDED' && <Button onPress={onAgain}>Choose again</Button>}
        {job.data && !over && (
          <Button onPress={() => cancel.mutate(jobId)} isDisabled={cancel.isPending || cancel.isSuccess}>
            Cancel the training
          </Button>
        )}
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function Reached({ job }: { job: Job }) {
  const { percent, when } = useFormats();
  const [what, hint] = job.error?.split('\n') ?? [];
  return (
    <>
      <div className="row row-between">
        <b className="break">{job.label}</b>
        <StateBadge state={job.state} />
      </div>
      {!isOver(job.state) && (
        <>
          <Progress
            label={`Progress of ${job.label}`}
            share={job.total && job.done > 0 ? job.done / job.total : null}
          />
          <p className="muted small">
            {reachedText(job, percent, when)} You can close this: Jobs shows how far it is.
          </p>
        </>
      )}
      {job.state === 'SUCCEEDED' && (
        <Notice tone="good">
          What was learned is registered as challenger. Training again without new data gives no second
          version.
        </Notice>
      )}
      {job.state === 'CANCELLED' && (
        <Notice>It was cancelled. Models that the list does not show were not registered.</Notice>
      )}
      {job.error && (
        <Notice tone="bad">
          <b>{what}</b>
          {hint && <div>{hint}</div>}
        </Notice>
      )}
    </>
  );
}

function reachedText(job: Job, percent: (n: number) => string, when: (at: string) => string): string {
  if (!job.startedAt) return 'It waits for other work to end.';
  const began = `Began ${when(job.startedAt)}.`;
  if (!job.total) return `${began} Reading the customers.`;
  return `${began} ${percent(job.done / job.total)} done${job.doing ? `: ${job.doing}` : ''}.`;
}
