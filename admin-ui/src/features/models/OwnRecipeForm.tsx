import { useState } from 'react';
import { Checks } from '@/components/Checks';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { Notice } from '@/components/Notice';
import { Select } from '@/components/Select';
import { useStartTraining } from '@/lib/api/startTraining';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { fieldErrors } from '@/lib/fieldErrors';
import { OwnFeatures } from './OwnFeatures';
import { OwnTargetFields } from './OwnTargetFields';
import { draftFor, isReady, recipesOf } from './ownRecipe';
import { SeedField } from './SeedField';
import { TrainerSettingsFields } from './TrainerSettingsFields';
import { TuningCost } from './TuningCost';
import { trainerName } from './trainerNames';
import { changesOf } from './trainingSettings';

interface Props {
  recipes: TrainingRecipe[];
  onStarted: (jobId: string) => void;
  onClose: () => void;
}

/** A recipe put together here: what is predicted, from what, by which trainers. Several of them compete. */
export function OwnRecipeForm({ recipes, onStarted, onClose }: Props) {
  const [draft, setDraft] = useState(() =>
    draftFor(recipes.find((r) => r.own.targets.some((t) => t.possible)) ?? (recipes[0] as TrainingRecipe)),
  );
  const [seed, setSeed] = useState(Number.NaN);
  const start = useStartTraining();
  const recipe = recipes.find((r) => r.score === draft.score) as TrainingRecipe;
  const { columns, targets, trainers } = recipe.own;
  const change = (set: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...set }));
  const target = targets.find((t) => t.kind === draft.kind);
  const refused = fieldErrors(start.error);
  const onSubmit = () =>
    start.mutate(
      {
        scores: [],
        recipes: recipesOf(draft, columns),
        ...(Number.isNaN(seed) ? {} : { seed }),
      },
      { onSuccess: (job) => onStarted(job.id) },
    );
  return (
    <DialogForm
      submit="Train"
      onSubmit={onSubmit}
      onClose={onClose}
      pending={start.isPending}
      error={start.error}
      ready={isReady(draft, columns) && target?.possible === true}
    >
      <Select
        label="What is predicted"
        name="recipes[0].score"
        hint={recipe.description}
        value={draft.score}
        onChange={(score) => {
          const next = recipes.find((r) => r.score === score);
          if (next) setDraft(draftFor(next));
        }}
        options={recipes.map((r) => ({ id: r.score, label: r.label }))}
      />
      <OwnTargetFields recipe={recipe} draft={draft} onChange={change} />
      <Elsewhere refused={refused} fields={['target.kind', 'target.condition']} />
      <OwnFeatures recipe={recipe} draft={draft} onChange={change} />
      <Elsewhere refused={refused} fields={['features']} />
      <Checks
        label="Trainers"
        name="recipes[0].trainer"
        values={draft.trainers}
        onChange={(chosen) => change({ trainers: chosen })}
        options={trainers.map((t) => ({ id: t.trainer, label: trainerName(t.trainer) }))}
        required
      />
      {draft.trainers.length > 1 && (
        <p className="muted small">
          They compete on the same rows; the one with the lowest loss becomes the challenger.
        </p>
      )}
      {trainers
        .filter((t) => draft.trainers.includes(t.trainer) && t.settings.length > 0)
        .map((trainer) => (
          <div key={trainer.trainer}>
            <TrainerSettingsFields
              path={`recipes[${draft.trainers.indexOf(trainer.trainer)}].settings`}
              score={draft.score}
              label={recipe.label}
              trainer={{ ...trainer, features: draft.features }}
              changed={draft.settings}
              onChange={(settings) => change({ settings })}
              refused={refused}
            />
            <TuningCost trainer={trainer} changes={changesOf(draft.settings, draft.score, trainer.trainer)} />
          </div>
        ))}
      <TextField
        label="Asked of it"
        name="recipes[0].settings.aims"
        hint="What it is to reach, such as “r2 > 0.80, rmse < 0.5 sd”; empty = what the score asks for"
        value={draft.aims}
        onChange={(aims) => change({ aims })}
      />
      <SeedField value={seed} onChange={setSeed} />
    </DialogForm>
  );
}

/** Refusals of what is no single field of the form. */
function Elsewhere({ refused, fields }: { refused: Record<string, string[]>; fields: string[] }) {
  const texts = Object.entries(refused)
    .filter(([field]) =>
      fields.some((name) =>
        new RegExp(`^recipes\\[\\d+\\]\\.${name.replace('.', '\\.')}([/[]|$)`).test(field),
      ),
    )
    .flatMap(([, messages]) => messages);
  return [...new Set(texts)].map((text) => (
    <Notice key={text} tone="bad">
      {text}
    </Notice>
  ));
}
