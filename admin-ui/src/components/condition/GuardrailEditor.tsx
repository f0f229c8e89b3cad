import { Trash2 } from 'lucide-react';
import type { Guardrail } from '@/lib/api/types/strategy';
import { humanize } from '@/lib/text';
import { IconButton } from '../Button';
import { Select } from '../Select';
import { AloneCount } from './AloneCount';
import type { DraftGuardrail } from './draft';

interface Props {
  test: DraftGuardrail;
  guardrails: Guardrail[];
  onChange: (test: DraftGuardrail | null) => void;
}

/** Chooses one of the operator's guardrails; below it, what the guardrail says. */
export function GuardrailEditor({ test, guardrails, onChange }: Props) {
  const sentence = guardrails.find((g) => g.name === test.name)?.sentence;
  return (
    <div className="test test-guardrail">
      <Select
        label="Guardrail"
        hideLabel
        className="test-term"
        value={test.name}
        onChange={(name) => onChange({ ...test, name })}
        options={guardrails.map((g) => ({ id: g.name, label: humanize(g.name), hint: 'guardrail' }))}
      />
      <span className="test-operator">holds</span>
      <AloneCount test={test} />
      <IconButton
        small
        className="test-remove"
        label={`Remove guardrail ${humanize(test.name)}`}
        icon={<Trash2 aria-hidden />}
        onPress={() => onChange(null)}
      />
      {sentence && <p className="test-sentence">{sentence}</p>}
    </div>
  );
}
