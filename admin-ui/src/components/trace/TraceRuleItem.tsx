import { Check, Minus, X } from 'lucide-react';
import { Badge } from '@/components/Badge';
import type { TraceCondition, TraceRule } from '@/lib/api/types/decision';
import { useVocabulary } from '@/lib/api/vocabulary';
import { cx } from '@/lib/cx';
import { useFormats } from '@/lib/SessionContext';
import { valueText } from '@/lib/terms';

export function TraceRuleItem({ rule, place }: { rule: TraceRule; place: number }) {
  return (
    <li className={rule.matched ? 'trace-hit' : 'trace-miss'}>
      <span className="trace-mark" aria-hidden>
        {rule.matched ? <Check /> : <Minus />}
      </span>
      <h3>
        {place}. {rule.name}
      </h3>
      <Badge tone={rule.matched ? 'good' : 'neutral'}>{rule.matched ? 'Matched' : 'No match'}</Badge>
      <ul className="conditions">
        {rule.conditions.length === 0 && <li className="condition condition-met">No condition: everybody</li>}
        {rule.conditions.map((c, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same test may stand twice in a rule; the order never changes
          <ConditionChip key={i} condition={c} />
        ))}
      </ul>
    </li>
  );
}

const GROUP_WORDS = { all: '', any: 'any: ', not: 'not: ' } as const;

function ConditionChip({ condition }: { condition: TraceCondition }) {
  const vocabulary = useVocabulary();
  const formats = useFormats();
  const term = vocabulary.data?.terms.find((t) => t.name === condition.term);
  const { text, label, group } = condition;
  const guardrail = condition.operator === 'GUARDRAIL';
  // The server says whether the test itself holds; inside "not" it is the failing test that helps.
  const met = condition.met !== (group === 'not');
  const starts = label && text.toLowerCase().startsWith(label.toLowerCase());
  return (
    <li className={cx('condition', met ? 'condition-met' : 'condition-unmet')}>
      {met ? <Check role="img" aria-label="met" /> : <X role="img" aria-label="not met" />}
      <span>
        {GROUP_WORDS[group]}
        {guardrail ? (
          <>
            Guardrail <b>{label}</b>
          </>
        ) : starts ? (
          <>
            <b>{label}</b>
            {text.slice(label.length)}
          </>
        ) : (
          text
        )}{' '}
        · {!guardrail && 'is '}
        <b className="num">{valueText(term, condition.actual, formats)}</b>
        {condition.because && <> · {condition.because}</>}
      </span>
    </li>
  );
}
