import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import type { Monitoring, NextComparison } from '@/lib/api/monitoring';
import { useFormats } from '@/lib/SessionContext';
import { RealisedScoreBlock } from './RealisedScoreBlock';

type Props = Pick<Monitoring, 'realised' | 'nextComparison'>;

/** What the scores of a past run turned out to be worth, or when that can first be told. */
export function RealisedCard({ realised, nextComparison }: Props) {
  return (
    <Card
      title="Realised scores"
      sub="Scores of a past run against what its customers did in the 365 days after it"
    >
      {realised.length === 0 ? (
        <NoOutcomes next={nextComparison} />
      ) : (
        <div className="stack">
          {realised.map((score) => (
            <RealisedScoreBlock key={score.score} score={score} />
          ))}
          <NextText next={nextComparison} />
        </div>
      )}
    </Card>
  );
}

/** Whether the days of a run are over by the transactions that are known. */
const isDue = ({ dueAt, transactionsUntil }: NextComparison) =>
  transactionsUntil !== null && Date.parse(dueAt) <= Date.parse(transactionsUntil);

function NoOutcomes({ next }: { next: NextComparison | null }) {
  const { date } = useFormats();
  if (!next) {
    return (
      <EmptyState title="No outcomes yet">
        The first decision on the whole base starts the clock: 365 days later its scores are compared with
        what happened.
      </EmptyState>
    );
  }
  if (isDue(next)) {
    return (
      <EmptyState title="No outcomes yet: first after the next decision on the whole base">
        The 365 days of the run of {date(next.runAsOf)} are over.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No outcomes yet: first on ${date(next.dueAt)}`}>
      Then the 365 days of the run of {date(next.runAsOf)} are over. It takes transactions up to that day;{' '}
      {next.transactionsUntil
        ? `they are known until ${date(next.transactionsUntil)}.`
        : 'there are none yet.'}
    </EmptyState>
  );
}

function NextText({ next }: { next: NextComparison | null }) {
  const { date } = useFormats();
  if (!next) return null;
  return (
    <p className="muted small">
      {isDue(next)
        ? `The run of ${date(next.runAsOf)} is compared after the next decision on the whole base.`
        : `Next on ${date(next.dueAt)}, for the run of ${date(next.runAsOf)}.`}
    </p>
  );
}
