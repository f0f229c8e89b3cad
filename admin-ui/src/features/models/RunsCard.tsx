import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { TrainingRuns } from '@/components/TrainingRuns';
import { useTrainings } from '@/lib/api/trainings';

const SHOWN = 100;

/** Every training of late, those that failed, were cancelled or gave the same files as well. */
export function RunsCard() {
  const trainings = useTrainings(SHOWN);
  return (
    <Card
      title="Runs"
      sub="Every training, those that failed or gave no new version as well; newest first"
      flush
    >
      <Loaded query={trainings} height={260} label="Loading the trainings">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No training yet">
              Train on your customers, or let a schedule or a drift do it (config.yml, “retraining”).
            </EmptyState>
          ) : (
            <TrainingRuns runs={items} />
          )
        }
      </Loaded>
    </Card>
  );
}
