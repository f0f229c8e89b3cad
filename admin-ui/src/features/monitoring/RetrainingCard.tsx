import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { Refusal } from '@/components/Notice';
import { TrainingRuns } from '@/components/TrainingRuns';
import { toast } from '@/components/toast';
import { isOver } from '@/lib/api/jobs';
import { modelsKey } from '@/lib/api/models';
import { useRecipes } from '@/lib/api/recipes';
import { useStartTraining } from '@/lib/api/startTraining';
import { type RetrainingPlan, useRetrainingPlan, useTrainings } from '@/lib/api/trainings';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { plural } from '@/lib/format';
import { useFormats, useMay } from '@/lib/SessionContext';
import { listed } from '@/lib/text';

const SHOWN = 5;

/** What trains models again, when the next is due, and what came of the last trainings. */
export function RetrainingCard({ drifted }: { drifted: string[] }) {
  const may = useMay('ADMIN', 'ANALYST');
  const plan = useRetrainingPlan();
  const trainings = useTrainings(SHOWN, may);
  const ended = trainings.data?.items.filter(({ job }) => isOver(job.state)).length ?? 0;
  const queries = useQueryClient();
  useEffect(() => {
    if (ended > 0) void queries.invalidateQueries({ queryKey: modelsKey });
  }, [ended, queries]);
  return (
    <Card title="Retraining" sub="What comes of a training is a challenger; nothing is published by itself">
      <div className="stack-s">
        {plan.data && <Plan plan={plan.data} />}
        {may && <TrainAgain drifted={drifted} />}
        {may && (
          <Loaded query={trainings} height={120} label="Loading the trainings">
            {({ items }) =>
              items.length === 0 ? (
                <p className="muted">There has been no training yet.</p>
              ) : (
                <>
                  <TrainingRuns runs={items} />
                  <p>
                    <Link to="/models" search={{ runs: true }}>
                      All trainings
                    </Link>
                  </p>
                </>
              )
            }
          </Loaded>
        )}
      </div>
    </Card>
  );
}

function Plan({ plan: { onDrift, everyDays, next } }: { plan: RetrainingPlan }) {
  const { date, integer } = useFormats();
  const [first] = next;
  if (!onDrift && everyDays === 0) {
    return (
      <p>Nothing is trained unless somebody asks; the configuration says otherwise under “retraining”.</p>
    );
  }
  return (
    <p>
      {onDrift && 'A drift of an input or a score of a champion starts a training. '}
      {everyDays > 0 &&
        `A score whose newest version is ${integer(everyDays)} ${plural(everyDays, 'day')} old is trained again. `}
      {first && `Next: ${first.label} on ${date(first.dueAt)}.`}
    </p>
  );
}

/** Trains the scores with something drifted, or all that can be. */
function TrainAgain({ drifted }: { drifted: string[] }) {
  const recipes = useRecipes().data ?? [];
  const start = useStartTraining();
  const possible = recipes.filter((r: TrainingRecipe & { possible?: boolean }) => r.possible !== false);
  const concerned = possible.filter((r) => drifted.includes(r.score));
  const wanted = concerned.length > 0 ? concerned : possible;
  if (wanted.length === 0) return null;
  return (
    <>
      <div className="row">
        <Button
          isPending={start.isPending}
          onPress={() =>
            start.mutate(
              { scores: wanted.map((r) => r.score) },
              { onSuccess: () => toast('The training has begun: Jobs shows how far it is.') },
            )
          }
        >
          Train {listed(wanted.map((r) => r.label.toLowerCase()))} again
        </Button>
        <span className="muted small">Other settings are chosen under Models.</span>
      </div>
      <Refusal error={start.error} />
    </>
  );
}
