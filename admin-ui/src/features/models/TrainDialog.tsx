import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Dialog } from '@/components/Dialog';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { useRecipes } from '@/lib/api/recipes';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { OwnRecipeForm } from './OwnRecipeForm';
import { ShippedRecipesForm } from './ShippedRecipesForm';
import { TrainingProgress } from './TrainingProgress';

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
          <Forms recipes={data} onStarted={setJobId} onClose={onClose} />
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

/** The recipes that come with the scores, or one put together here. */
function Forms({ recipes, ...rest }: Props) {
  const [own, setOwn] = useState(!recipes.some((r) => r.possible));
  return (
    <div className="stack-s">
      <Choice
        label="Recipe"
        value={own ? 'own' : 'shipped'}
        options={[
          { id: 'shipped', label: 'As the scores come' },
          { id: 'own', label: 'A recipe of my own' },
        ]}
        onChange={(id) => setOwn(id === 'own')}
      />
      {own ? (
        <OwnRecipeForm recipes={recipes} {...rest} />
      ) : (
        <ShippedRecipesForm recipes={recipes} {...rest} />
      )}
    </div>
  );
}
