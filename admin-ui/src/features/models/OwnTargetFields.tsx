import { ConditionField } from '@/components/condition/ConditionField';
import { Radios } from '@/components/Radios';
import { Select } from '@/components/Select';
import { useConditionCount } from '@/lib/api/countCondition';
import type { TrainingRecipe } from '@/lib/api/types/models';
import { useVocabulary } from '@/lib/api/vocabulary';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { isFinished, type RecipeDraft } from './ownRecipe';

interface Props {
  recipe: TrainingRecipe;
  draft: RecipeDraft;
  onChange: (set: Partial<RecipeDraft>) => void;
}

/** What a model is to learn to tell: what happened after the cut, an attribute, or whether a condition holds. */
export function OwnTargetFields({ recipe, draft, onChange }: Props) {
  const { integer, date } = useFormats();
  const { targets, columns } = recipe.own;
  return (
    <>
      <Radios
        label="Target"
        value={draft.kind}
        onChange={(id) => {
          const chosen = targets.find((t) => t.kind === id);
          if (chosen) onChange({ kind: chosen.kind });
        }}
        options={targets.map((t) => ({
          id: t.kind,
          label: t.label.charAt(0).toUpperCase() + t.label.slice(1),
          disabled: !t.possible,
          hint: t.possible
            ? `${integer(t.customers)} ${plural(t.customers, 'customer')} to learn from${
                t.asOf ? `, inputs as of ${date(t.asOf)}` : ''
              }`
            : `Not possible now. ${t.because.replace('\n', ' ')}`,
        }))}
      />
      {draft.kind === 'ATTRIBUTE' && (
        <Select
          label="Attribute to predict"
          name="recipes[0].target.of"
          hint="What is computed from it, or it from, is left out of the inputs"
          value={draft.of}
          onChange={(of) => onChange({ of })}
          options={columns
            .filter((c) => c.type !== 'TEXT')
            .map((c) => ({ id: c.name, label: c.label, ...(c.unit ? { hint: c.unit } : {}) }))}
        />
      )}
      {draft.kind === 'CONDITION' && <TargetCondition recipe={recipe} draft={draft} onChange={onChange} />}
    </>
  );
}

function TargetCondition({ recipe, draft, onChange }: Props) {
  const terms = useVocabulary().data?.terms ?? [];
  const names = new Set(recipe.own.columns.map((c) => c.name));
  const settled = useDebounced(draft.condition);
  const count = useConditionCount(isFinished(settled) ? settled : null);
  const { integer } = useFormats();
  return (
    <fieldset className="own-condition">
      <legend className="field-label">It is 1 for customers who meet this condition</legend>
      <ConditionField
        value={draft.condition}
        onChange={(condition) => onChange({ condition })}
        terms={terms.filter((t) => names.has(t.name))}
        guardrails={[]}
      />
      <p className="muted small" role="status">
        {isFinished(settled) && count.data
          ? `${integer(count.data.customers)} of ${integer(count.data.total)} customers meet it now.`
          : 'Add what has to hold.'}
      </p>
    </fieldset>
  );
}
