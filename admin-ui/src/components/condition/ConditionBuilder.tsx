import type { Term } from '@/lib/api/types';
import type { DraftGroup } from './draft';
import { GroupEditor } from './GroupEditor';
import './condition.css';

interface Props {
  value: DraftGroup;
  onChange: (value: DraftGroup) => void;
  terms: Term[];
}

/** Edits a condition as groups of tests; beside each test, how many customers meet it alone. */
export function ConditionBuilder({ value, onChange, terms }: Props) {
  return <GroupEditor group={value} depth={0} terms={terms} onChange={(group) => group && onChange(group)} />;
}
