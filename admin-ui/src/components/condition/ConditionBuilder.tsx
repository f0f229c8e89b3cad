import type { KeyboardEvent } from 'react';
import type { Term } from '@/lib/api/types/condition';
import type { Guardrail } from '@/lib/api/types/strategy';
import type { DraftGroup } from './draft';
import { GroupEditor } from './GroupEditor';
import './condition.css';

interface Props {
  value: DraftGroup;
  onChange: (value: DraftGroup) => void;
  terms: Term[];
  /** Those of the operator that may be asked; none hides the offer. */
  guardrails?: Guardrail[];
}

/** Edits a condition as groups of tests; beside each test, how many customers meet it alone. */
export function ConditionBuilder({ value, onChange, terms, guardrails = [] }: Props) {
  // Enter in a value takes the value; it must not send the form around the builder.
  const keepInside = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  return (
    <div onKeyDownCapture={keepInside}>
      <GroupEditor
        group={value}
        depth={0}
        place=""
        offer={{ terms, guardrails }}
        onChange={(group) => group && onChange(group)}
      />
    </div>
  );
}
