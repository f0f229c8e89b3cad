import type { Condition, TermCondition } from '@/lib/api/types/condition';
import { useVocabulary } from '@/lib/api/vocabulary';
import { conditionValueText, isGroup, OPERATOR_WORDS } from '@/lib/condition';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { useSegments } from '@/lib/useSegments';
import './condition.css';

/** A condition to read: groups as bars, each test as a short sentence. */
export function ConditionTree({ condition }: { condition: Condition }) {
  if (isGroup(condition)) {
    const items = 'all' in condition ? condition.all : condition.any;
    return <Group join={'all' in condition ? 'all' : 'any'} items={items} />;
  }
  if ('not' in condition) {
    const items = 'any' in condition.not ? condition.not.any : [condition.not];
    return <Group join="none" items={items} />;
  }
  if ('guardrail' in condition) {
    return (
      <p className="tree-test">
        Guardrail <b>{humanize(condition.guardrail)}</b> holds
      </p>
    );
  }
  return <Test condition={condition} />;
}

const HEADS = { all: 'All of these', any: 'Any of these', none: 'None of these' };

function Group({ join, items }: { join: keyof typeof HEADS; items: Condition[] }) {
  if (items.length === 0) return <p className="tree-test">Everybody</p>;
  return (
    <div className={`group group-${join} tree`}>
      {items.length > 1 || join === 'none' ? <p className="tree-head">{HEADS[join]}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={JSON.stringify(item)}>
            <ConditionTree condition={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Test({ condition }: { condition: TermCondition }) {
  const formats = useFormats();
  const vocabulary = useVocabulary();
  const term = vocabulary.data?.terms.find((t) => t.name === condition.term);
  const segments = useSegments();
  const shown =
    term?.origin === 'SEGMENT' ? withLabels(condition, (name) => segments.of(name).label) : condition;
  return (
    <p className="tree-test num">
      <b>{term?.label ?? condition.term}</b> {OPERATOR_WORDS[condition.operator] ?? condition.operator}{' '}
      <b>{conditionValueText(shown, term, formats)}</b>
    </p>
  );
}

function withLabels(condition: TermCondition, label: (value: string) => string): TermCondition {
  const { value } = condition;
  if (Array.isArray(value)) return { ...condition, value: value.map((v) => label(String(v))) };
  return typeof value === 'string' ? { ...condition, value: label(value) } : condition;
}
