import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { IconButton } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { Progress } from '@/components/Progress';
import { StateBadge } from '@/components/StateBadge';
import { useCancelJob } from '@/lib/api/cancelJob';
import { useJob } from '@/lib/api/job';
import { countsRows, isOver } from '@/lib/api/jobs';
import type { Job } from '@/lib/api/types/jobs';
import { useFormats } from '@/lib/SessionContext';
import { useMayCancel } from '@/lib/useMayCancel';

export function JobRow({ job: listed }: { job: Job }) {
  const followed = useJob(isOver(listed.state) ? null : listed.id);
  const job = followed.data ?? listed;
  const { integer, percent, when } = useFormats();
  const cancel = useCancelJob();
  const mayCancel = useMayCancel(job);
  const running = !isOver(job.state);
  const at = job.finishedAt ?? job.startedAt ?? job.createdAt;
  return (
    <li className="job">
      <div className="row row-between">
        <b className="break">{job.label}</b>
        <StateBadge state={job.state} />
      </div>
      {running && (
        <div className="row">
          <Progress label={`Progress of ${job.label}`} share={job.total ? job.done / job.total : null} />
          {mayCancel && (
            <IconButton
              small
              label={`Cancel ${job.label}`}
              icon={<X aria-hidden />}
              onPress={() => cancel.mutate(job.id)}
              isDisabled={cancel.isPending}
            />
          )}
        </div>
      )}
      <Refusal error={cancel.error} />
      <div className="job-meta num">
        {job.requestedBy} · {when(at)}
        {job.total !== null && countsRows(job) && ` · ${integer(job.done)} of ${integer(job.total)}`}
        {job.total !== null && !countsRows(job) && running && ` · ${percent(job.done / job.total)}`}
      </div>
      {running && job.doing && <div className="job-meta break">{job.doing}</div>}
      {job.kind === 'SIMULATION' && job.state === 'SUCCEEDED' && (
        <Link to="/simulations/$id" params={{ id: job.id }} className="small">
          See what would change
        </Link>
      )}
      {job.error && <p className="job-error break">{job.error}</p>}
    </li>
  );
}
