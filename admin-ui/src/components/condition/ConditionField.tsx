import { useRef } from 'react';
import type { Condition, Term } from '@/lib/api/types/condition';
import type { Guardrail } from '@/lib/api/types/strategy';
import { ConditionBuilder } from './ConditionBuilder';
import { type DraftGroup, fromJson, toJson } from './draft';

interface Props {
  value: Condition;
  onChange: (value: Condition) => void;
  terms: Term[];
  guardrails: Guardrail[];
}

/**
 * Edits a condition that is kept as JSON elsewhere, finished or not. While it is edited here its nodes keep their
 * identity, and with it the focus; when somebody else changes it, such as an undo, it is read anew.
 */
export function ConditionField({ value, onChange, ...offer }: Props) {
  const read = useRef<{ json: Condition; draft: DraftGroup } | null>(null);
  if (!read.current || !sameJson(read.current.json, value)) {
    read.current = { json: value, draft: fromJson(value) };
  }
  const change = (draft: DraftGroup) => {
    const json = toJson(draft);
    read.current = { json, draft };
    onChange(json);
  };
  return <ConditionBuilder value={read.current.draft} onChange={change} {...offer} />;
}

const sameJson = (a: Condition, b: Condition) => a === b || JSON.stringify(a) === JSON.stringify(b);
