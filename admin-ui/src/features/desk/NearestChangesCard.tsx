import { ArrowRight } from 'lucide-react';
import { Card } from '@/components/Card';
import { ErrorState, Skeleton } from '@/components/States';
import { useNearestChanges } from '@/lib/api/nearestChanges';
import type { ChangeStep, NearestChange, ScoreGoal } from '@/lib/api/types/nearestChanges';
import type { Formats } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { valueText } from '@/lib/terms';
import { scoreText } from './scoreText';
import './nearestChanges.css';

/** What would have to be different for another decision: the nearest change across each threshold of the strategy. */
export function NearestChangesCard({ customer }: { customer: string }) {
  const { data, error, isPending, refetch } = useNearestChanges(customer);
  const formats = useFormats();
  if (isPending) return <Skeleton height={180} label="Looking for the nearest changes" />;
  return (
    <Card title="What would change it" sub="The nearest change across each threshold of the strategy">
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data.goals.length === 0 ? (
        <p className="muted">The strategy compares no score of this customer with a threshold.</p>
      ) : (
        <ul className="goals">
          {data.goals.map((goal) => (
            <li key={`${goal.score} ${goal.side}`}>
              <h3>{goalText(goal, formats)}</h3>
              {goal.changes.length === 0 ? (
                <p className="muted">Nothing that other customers have gets there.</p>
              ) : (
                <ul>
                  {goal.changes.map((change) => (
                    <Change key={stepsKey(change)} change={change} goal={goal} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Change({ change, goal }: { change: NearestChange; goal: ScoreGoal }) {
  const formats = useFormats();
  return (
    <li>
      <p className="goal-steps">
        {change.steps.map((step) => (
          <span key={step.attribute}>
            {step.label} {stepText(step, step.from, formats)} <ArrowRight aria-label="to" />{' '}
            <strong>{stepText(step, step.to, formats)}</strong>
          </span>
        ))}
      </p>
      <p className="goal-then">
        {goal.label} {amount(goal, change.score, formats)} · {change.segment} · {change.firstAction}
      </p>
    </li>
  );
}

const stepsKey = (change: NearestChange) => change.steps.map((step) => step.attribute).join(' ');

const goalText = (goal: ScoreGoal, formats: Formats) =>
  `${goal.label} ${goal.side === 'BELOW' ? 'below' : 'at least'} ${amount(goal, goal.threshold, formats)}; it is ${amount(goal, goal.now, formats)}`;

const amount = (goal: ScoreGoal, value: number, formats: Formats) =>
  scoreText(
    { name: goal.score, label: goal.label, kind: goal.kind, unit: goal.unit, value, problem: null },
    formats,
  );

const stepText = (step: ChangeStep, value: ChangeStep['from'], formats: Formats) =>
  valueText({ unit: step.unit, type: typeof value === 'number' ? 'NUMBER' : 'TEXT' }, value, formats);
