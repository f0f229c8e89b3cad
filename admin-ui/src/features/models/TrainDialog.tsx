import { useState } from 'react';
import { Checks } from '@/components/Checks';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { NumberField } from '@/components/Fields';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { useRecipes } from '@/lib/api/recipes';
import { useStartTraining } from '@/lib/api/startTraining';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { fieldErrors } from '@/lib/fieldErrors';
import { TrainerSettingsFields } from './TrainerSettingsFields';
import { TrainingProgress } from './TrainingProgress';
import { trainerName } from './trainerNames';
import { type ChangedSettings, sent } from './trainingSettings';

export function TrainDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Train on our customers" open={open} onClose={onClose} wide>
      <Training onClose={onClose} />
    </Dialog>
  );
}

function Training({ onClose }: { onClose: () => void }) {
  const recipes = useRecipes();
  const [jobId, setJobId] = useState<string | null>(null);
  if (jobId) return <TrainingProgress jobId={jobId} onAgain={() => setJobId(null)} onClose={onClose} />;
  return (
    <Loaded query={recipes} height={240} label="Loading what can be trained">
      {(data) =>
        data.length === 0 ? (
          <EmptyState title="Nothing can be trained here">
            An operator adds recipes and the plugin of a trainer.
          </EmptyState>
        ) : (
          <TrainForm recipes={data} onStarted={setJobId} onClose={onClose} />
        )
      }
    </Loaded>
  );
}

interface Props {
  recipes: TrainingRecipe[];
  onStarted: (jobId: string) => void;
  onClose: () => void;
}

function TrainForm({ recipes, onStarted, onClose }: Props) {
  const [scores, setScores] = useState<string[]>([]);
  const [seed, setSeed] = useState(Number.NaN);
  const [changed, setChanged] = useState<ChangedSettings>({});
  const start = useStartTraining();
  const chosen = recipes.filter((r) => scores.includes(r.score));
  const onSubmit = () => {
    const settings = sent(changed, chosen);
    start.mutate(
      {
        scores,
        ...(Number.isNaN(seed) ? {} : { seed }),
        ...(Object.keys(settings).length > 0 ? { settings } : {}),
      },
      { onSuccess: (job) => onStarted(job.id) },
    );
  };
  return (
    <DialogForm
      submit="Train"
      onSubmit={onSubmit}
      onClose={onClose}
      pending={start.isPending}
      error={start.error}
    >
      <p>
        Features as they were 365 days before the last transaction, and what happened since. Each model is
        registered as the next version and as challenger; it decides nothing yet.
      </p>
      <Checks
        label="Scores"
        name="scores"
        values={scores}
        onChange={setScores}
        options={recipes.map((r) => ({
          id: r.score,
          label: r.label,
          hint: `${r.description} From ${r.features.length} candidate features, by ${r.trainers.map(trainerName).join(' or ')}. Target: ${r.target}.`,
        }))}
        required
      />
      {chosen.flatMap((recipe) =>
        recipe.adjustable
          .filter((trainer) => trainer.settings.length > 0)
          .map((trainer) => (
            <TrainerSettingsFields
              key={`${recipe.score} ${trainer.trainer}`}
              recipe={recipe}
              trainer={trainer}
              changed={changed}
              onChange={setChanged}
              refused={fieldErrors(start.error)}
            />
          )),
      )}
      <NumberField
        label="Seed of the random choices"
        value={seed}
        onChange={setSeed}
        minimum={0}
        step={1}
        format={{ useGrouping: false }}
        placeholder="The usual one"
      />
    </DialogForm>
  );
}
