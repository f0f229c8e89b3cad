import { Choice } from '@/components/Choice';
import { NumberField } from '@/components/Fields';
import { SelectMany } from '@/components/Select';
import type { Amount } from '@/lib/api/types/drafts';
import { useVocabulary } from '@/lib/api/vocabulary';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { written } from '@/lib/draft/edit';

interface Props {
  label: string;
  hint: string;
  value: Amount;
  onChange: (value: Amount) => void;
  format: Intl.NumberFormatOptions;
}

const KINDS = [
  { id: 'constant', label: 'Constant' },
  { id: 'grown', label: 'Grows with scores' },
] as const;

/** A number, or one that grows with scores: constant + coefficient × score × score. */
export function AmountField({ label, hint, value, onChange, format }: Props) {
  const { editable } = useOpenDraft();
  const terms = useVocabulary().data?.terms.filter((t) => t.type === 'NUMBER') ?? [];
  const disabled = !editable;
  const grown = typeof value === 'object' && value !== null ? value : null;
  const constant = grown ? grown.constant : (value as number);
  const become = (kind: 'constant' | 'grown') => {
    if (kind === 'constant') onChange(constant);
    else if (!grown) onChange({ constant, coefficient: 0, terms: [] });
  };
  const number = (n: number) => (typeof n === 'number' ? n : Number.NaN);
  return (
    <fieldset className="amount">
      <legend className="field-label">
        {label}, <span className="muted">{hint}</span>
      </legend>
      {editable && (
        <Choice
          label={`How ${label.toLowerCase()} is made`}
          value={grown ? 'grown' : 'constant'}
          options={KINDS}
          onChange={become}
        />
      )}
      <div className="amount-parts">
        <NumberField
          label="Constant"
          value={number(constant)}
          onChange={(n) => onChange(grown ? { ...grown, constant: written(n) } : written(n))}
          format={format}
          live
          disabled={disabled}
          problem={typeof constant === 'number' ? undefined : 'A number is needed here.'}
        />
        {grown && (
          <>
            <span className="amount-sign" aria-hidden>
              +
            </span>
            <NumberField
              label="Coefficient"
              value={number(grown.coefficient)}
              onChange={(coefficient) => onChange({ ...grown, coefficient: written(coefficient) })}
              format={{ maximumFractionDigits: 6 }}
              live
              disabled={disabled}
              problem={typeof grown.coefficient === 'number' ? undefined : 'A number is needed here.'}
            />
            <span className="amount-sign" aria-hidden>
              ×
            </span>
            <SelectMany
              label="Multiplied together"
              values={grown.terms}
              onChange={(to) => onChange({ ...grown, terms: to })}
              options={terms.map((t) => ({ id: t.name, label: t.label }))}
              placeholder="Choose scores…"
            />
          </>
        )}
      </div>
    </fieldset>
  );
}
