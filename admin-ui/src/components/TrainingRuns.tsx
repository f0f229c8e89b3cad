import { Link } from '@tanstack/react-router';
import { useJob } from '@/lib/api/job';
import type { TrainingRun } from '@/lib/api/trainings';
import type { Job } from '@/lib/api/types/jobs';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { Badge, type Tone } from './Badge';
import { StateBadge } from './StateBadge';
import { Table } from './Table';

const REASONS: Record<TrainingRun['reason'], string> = {
  MANUAL: 'Somebody asked',
  SCHEDULE: 'Its time had come',
  DRIFT: 'Something drifted',
};

const OUTCOMES: Record<string, [string, Tone]> = {
  WON: ['has won', 'good'],
  LOST: ['has not won', 'bad'],
  NOT_ENOUGH_DATA: ['too few to tell', 'warn'],
};

/** Trainings side by side: who or what started each, how long it took, and what came of it. */
export function TrainingRuns({ runs }: { runs: TrainingRun[] }) {
  const { when, duration } = useFormats();
  return (
    <Table
      label="Trainings"
      stickyHeader
      rows={runs}
      rowKey={({ job }) => job.id}
      columns={[
        {
          id: 'when',
          header: 'Training',
          className: 'run-name',
          cell: ({ job, labels }) => (
            <>
              {labels.join(', ') || job.label}
              <div className="muted small">{when(job.createdAt)}</div>
            </>
          ),
        },
        {
          id: 'reason',
          header: 'Why',
          cell: ({ job, reason, settings, recipes }) => (
            <>
              {REASONS[reason]}
              <div className="muted small">
                {reason === 'MANUAL' ? job.requestedBy : job.label}
                {Object.keys(settings).length > 0 && ', with changed settings'}
                {recipes.length > 0 && `, by a recipe of their own: ${targetsOf(recipes)}`}
              </div>
            </>
          ),
        },
        { id: 'state', header: 'State', cell: ({ job }) => <RunState job={job} /> },
        {
          id: 'took',
          header: 'Took',
          numeric: true,
          cell: ({ job }) =>
            job.startedAt && job.finishedAt
              ? duration(Date.parse(job.finishedAt) - Date.parse(job.startedAt))
              : DASH,
        },
        {
          id: 'came',
          header: 'What came of it',
          className: 'break',
          cell: (run) => <Result run={run} />,
        },
      ]}
    />
  );
}

/** How far it is while it runs, followed as it moves. */
function RunState({ job: listed }: { job: Job }) {
  const followed = useJob(listed.state === 'RUNNING' ? listed.id : null);
  const { percent } = useFormats();
  const job = followed.data ?? listed;
  return (
    <>
      <StateBadge state={job.state} />
      {job.state === 'RUNNING' && job.total && (
        <div className="muted small">
          {percent(job.done / job.total)}
          {job.doing && `, ${job.doing}`}
        </div>
      )}
    </>
  );
}

const targetsOf = (recipes: TrainingRun['recipes']) =>
  [...new Set(recipes.map(({ target }) => target.sentence ?? target.kind))].join('; ');

function Result({ run: { job, scores, labels, contests, made } }: { run: TrainingRun }) {
  if (job.error) return <span className="muted">{job.error.split('\n')[0]}</span>;
  if (made.length === 0) {
    return <span className="muted">{job.state === 'SUCCEEDED' ? 'The same files as before' : DASH}</span>;
  }
  return (
    <ul className="run-made">
      {made.map((model) => {
        const met = contests.find((c) => c.challenger === model.hash)?.contest.outcome;
        const outcome = met && OUTCOMES[met];
        return (
          <li key={model.hash} className="row">
            <Link to="/models" search={{ version: model.hash }}>
              {labels[scores.indexOf(model.score)] ?? model.score}, version {model.version}
            </Link>
            {outcome && <Badge tone={outcome[1]}>{outcome[0]}</Badge>}
          </li>
        );
      })}
    </ul>
  );
}
