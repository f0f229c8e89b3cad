import { Button } from '@/components/Button';
import { Checks } from '@/components/Checks';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { featuresOf, type RecipeDraft, readable, targetMadeOf, tellsTarget } from './ownRecipe';

interface Props {
  recipe: TrainingRecipe;
  draft: RecipeDraft;
  onChange: (set: Partial<RecipeDraft>) => void;
}

/** Which attributes and features may be read; what the target is made of cannot. */
export function OwnFeatures({ recipe, draft, onChange }: Props) {
  const { columns } = recipe.own;
  const madeOf = targetMadeOf(draft, columns);
  const usable = columns.filter((c) => readable(recipe, c) && !tellsTarget(c, madeOf));
  const sent = featuresOf(draft, columns);
  return (
    <div className="stack-s own-features">
      <Checks
        label={`Inputs, ${sent.length} of ${usable.length} chosen`}
        name="recipes[0].features"
        values={sent}
        onChange={(features) => onChange({ features })}
        options={columns.map((c) => ({
          id: c.name,
          label: c.label,
          disabled: !usable.includes(c),
          ...whyNot(readable(recipe, c), tellsTarget(c, madeOf), c.personal),
        }))}
      />
      <div className="row">
        <Button small onPress={() => onChange({ features: usable.map((c) => c.name) })}>
          Choose all
        </Button>
        <Button small onPress={() => onChange({ features: [] })}>
          Choose none
        </Button>
      </div>
    </div>
  );
}

function whyNot(isReadable: boolean, tells: boolean, personal: boolean): { hint?: string } {
  if (!isReadable) return { hint: 'Text has no distances' };
  if (tells) return { hint: 'Would tell the target' };
  return personal ? { hint: 'Personal' } : {};
}
