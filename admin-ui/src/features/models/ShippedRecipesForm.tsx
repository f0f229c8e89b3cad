import { useState } from 'react';
import { Checks } from '@/components/Checks';
import { DialogForm } from '@/components/DialogForm';
import { useStartTraining } from '@/lib/api/startTraining';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { fieldErrors } from '@/lib/fieldErrors';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { SeedField } from './SeedField';
import { TrainerSettingsFields } from './TrainerSettingsFields';
import { TuningCost } from './TuningCost';
import { madeByText } from './trainerNames';
import { type ChangedSettings, changesOf, sent } from './trainingSettings';

interface Props {
  /** What is possible, and for how many customers, is said by a server that knows. */
  recipes: (TrainingRecipe & { possible?: boolean; because?: string; customers?: number; kind?: string })[];
  onStarted: (jobId: string) => void;
  onClose: () => void;
}

/** Trains scores by the recipes they come with, some settings changed. */
export function ShippedRecipesForm({ recipes, onStarted, onClose }: Props) {
  const { integer } = useFormats();
  const [scores, setScores] = useState<string[]>([]);
  const [seed, setSeed] = useState(Number.NaN);
  const [changed, setChanged] = useState<ChangedSettings>({});
  const start = useStartTraining();
  const chosen = recipes.filter((r) => scores.includes(r.score));
  const clusters = chosen.some((r) => r.kind === 'CLUSTER');
  const foretold = chosen.some((r) => r.kind !== 'CLUSTER');
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
        {foretold || !clusters
          ? 'Features as they were 365 days before the last transaction, and what happened since. '
          : ''}
        {clusters && 'Clusters are made of the customers as they are now. '}
        Each model is registered as the next version and as challenger; it decides nothing yet.
      </p>
      <Checks
        label="Scores"
        name="scores"
        values={scores}
        onChange={setScores}
        options={recipes.map((r) => ({
          id: r.score,
          label: r.label,
          disabled: r.possible === false,
          hint:
            r.possible === false
              ? `Not possible now. ${(r.because ?? '').replace('\n', ' ')}`
              : `${r.description} From ${r.features.length} candidate features${
                  r.customers ? ` of ${integer(r.customers)} ${plural(r.customers, 'customer')}` : ''
                }, by ${madeByText(r)}. Target: ${r.target}.`,
        }))}
        required
      />
      {chosen.flatMap((recipe) =>
        recipe.adjustable
          .filter((trainer) => trainer.settings.length > 0)
          .map((trainer) => (
            <div key={`${recipe.score} ${trainer.trainer}`}>
              <TrainerSettingsFields
                path={`settings.${recipe.score}.${trainer.trainer}`}
                score={recipe.score}
                label={recipe.label}
                trainer={trainer}
                changed={changed}
                onChange={setChanged}
                refused={fieldErrors(start.error)}
              />
              <TuningCost trainer={trainer} changes={changesOf(changed, recipe.score, trainer.trainer)} />
            </div>
          )),
      )}
      <SeedField value={seed} onChange={setSeed} />
    </DialogForm>
  );
}
