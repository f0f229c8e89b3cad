import { Link } from '@tanstack/react-router';
import { useJob } from '@/lib/api/job';
import type { TrainingRun } from '@/lib/api/trainings';
import type { Job } from '@/lib/api/types/jobs';
import type { Model } from '@/lib/api/types/models';
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

interface Props {
  runs: TrainingRun[];
  /** Every version there is, to know which a run made. */
  models: Model[];
}

/** Trainings side by side: who or what started each, how long it took, and what came of it. */
export function TrainingRuns({ runs, models }: Props) {
  const { when, duration } = useFormats();
  const labelOf = (score: string) => models.find((m) => m.name === score)?.label ?? score;
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
          cell: ({ job, scores }) => (
            <>
              {scores.map(labelOf).join(', ') || job.label}
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
          cell: (run) => <Result run={run} made={madeBy(run, models)} />,
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

/** The versions that were registered while it ran, for the scores it was about. */
export const madeBy = ({ job, scores }: TrainingRun, models: Model[]): Model[] =>
  models.filter(
    (m) =>
      scores.includes(m.name) &&
      job.startedAt !== null &&
      m.createdAt >= job.startedAt &&
      (job.finishedAt === null || m.createdAt <= job.finishedAt),
  );

function Result({ run: { job, contests }, made }: { run: TrainingRun; made: Model[] }) {
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
              {model.label}, version {model.version}
            </Link>
            {outcome && <Badge tone={outcome[1]}>{outcome[0]}</Badge>}
          </li>
        );
      })}
    </ul>
  );
}
