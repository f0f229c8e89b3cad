import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCancelJob } from '@/lib/api/cancelJob';
import { useJob } from '@/lib/api/job';
import { isOver } from '@/lib/api/jobs';
import { simulationKey } from '@/lib/api/simulation';
import { simulationsKey } from '@/lib/api/simulations';
import type { Job } from '@/lib/api/types/jobs';
import { useFormats } from '@/lib/SessionContext';
import { useMayCancel } from '@/lib/useMayCancel';
import { Button } from './Button';
import { Loaded } from './Loaded';
import { Notice, Refusal } from './Notice';
import { Progress } from './Progress';
import { StateBadge } from './StateBadge';
import './simulation.css';

/** How far a simulation is, or why there is no result. */
export function SimulationProgress({ id }: { id: string }) {
  const job = useJob(id);
  const queries = useQueryClient();
  const done = job.data?.state === 'SUCCEEDED';
  useEffect(() => {
    if (!done) return;
    void queries.invalidateQueries({ queryKey: simulationKey(id) });
    void queries.invalidateQueries({ queryKey: simulationsKey });
  }, [done, id, queries]);
  return (
    <div className="card simulation-progress">
      <Loaded query={job} height={90} label="Loading the job">
        {(data) => <Reached job={data} />}
      </Loaded>
    </div>
  );
}

function Reached({ job }: { job: Job }) {
  const { integer } = useFormats();
  const cancel = useCancelJob();
  const mayCancel = useMayCancel(job);
  const running = !isOver(job.state);
  const [what, hint] = job.error?.split('\n') ?? [];
  return (
    <div className="stack-s">
      <div className="row row-between">
        <b className="break">{job.label}</b>
        <StateBadge state={job.state} />
      </div>
      {running && (
        <div className="row">
          <Progress label={`Progress of ${job.label}`} share={job.total ? job.done / job.total : null} />
          <span className="num small">
            {integer(job.done)}
            {job.total ? ` of ${integer(job.total)}` : ''} customers
          </span>
          {mayCancel && (
            <Button small onPress={() => cancel.mutate(job.id)} isDisabled={cancel.isPending}>
              Cancel
            </Button>
          )}
        </div>
      )}
      <Refusal error={cancel.error} />
      {job.error && (
        <Notice tone="bad">
          <b>{what}</b>
          {hint && <div>{hint}</div>}
        </Notice>
      )}
    </div>
  );
}
