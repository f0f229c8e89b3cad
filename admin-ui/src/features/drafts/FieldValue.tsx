import { ConditionTree } from '@/components/condition/ConditionTree';
import type { Condition } from '@/lib/api/types/condition';
import type { DraftDocument } from '@/lib/api/types/drafts';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';

const KINDS = ['all', 'any', 'not', 'term', 'guardrail'];

const isCondition = (value: object): value is Condition => KINDS.some((kind) => kind in value);

/** Any value of a draft as a person reads it. */
export function FieldValue({ value, document }: { value: unknown; document: DraftDocument }) {
  const { number } = useFormats();
  if (value === undefined) return <i className="muted">not there</i>;
  if (value === null || value === '') return <i className="muted">empty</i>;
  if (typeof value === 'number') return <span className="num">{number(value, 6)}</span>;
  if (Array.isArray(value)) return <Names ids={value.map(String)} document={document} />;
  if (typeof value !== 'object') return <span className="break">{String(value)}</span>;
  if (isCondition(value)) return <ConditionTree condition={value} />;
  if ('terms' in value && 'coefficient' in value && 'constant' in value) {
    const terms = Array.isArray(value.terms) ? value.terms.map((t) => humanize(String(t)).toLowerCase()) : [];
    return <span>{[`${value.constant} + ${value.coefficient}`, ...terms].join(' × ')}</span>;
  }
  if ('when' in value && 'then' in value && Array.isArray(value.when) && Array.isArray(value.then)) {
    return <span className="break">{`${value.when.join(' · ')} → ${value.then.join(' · ')}`}</span>;
  }
  const named = value as { label?: string; name?: string; action?: string };
  return <span>{named.label ?? named.name ?? named.action ?? JSON.stringify(value)}</span>;
}

/** Ids in an order that matters, by what they are called. */
function Names({ ids, document }: { ids: string[]; document: DraftDocument }) {
  const label = (id: string) =>
    document.segments.segments.find((s) => s.id === id)?.label ??
    document.actions.actions.find((a) => a.id === id)?.name ??
    id;
  return <span>{ids.map(label).join(', ')}</span>;
}
