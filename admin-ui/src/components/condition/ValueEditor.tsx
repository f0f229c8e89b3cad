import type { ConditionValue, Term } from '@/lib/api/types/condition';
import { needsValue } from '@/lib/condition';
import { useFormats } from '@/lib/SessionContext';
import { isMoney, isShare } from '@/lib/terms';
import { useSegments } from '@/lib/useSegments';
import { NumberField, TextField } from '../Fields';
import { Select, SelectMany } from '../Select';
import type { DraftTerm } from './draft';

interface Props {
  test: DraftTerm;
  term: Term | undefined;
  onChange: (value: ConditionValue) => void;
}

/** The editor a term's type and the operator ask for. */
export function ValueEditor({ test, term, onChange }: Props) {
  const { operator, value } = test;
  const options = useValueOptions(term);
  if (!needsValue(operator)) return null;
  if (operator === 'ONE_OF' || operator === 'NOT_ONE_OF')
    return <ManyValues value={value} term={term} onChange={onChange} />;
  if (operator === 'BETWEEN') {
    const [low, high] = Array.isArray(value) ? value : [];
    return (
      <div className="test-between">
        <NumberValue label="From" value={low} term={term} onChange={(v) => onChange([v, high ?? null])} />
        <NumberValue label="To" value={high} term={term} onChange={(v) => onChange([low ?? null, v])} />
      </div>
    );
  }
  if (term?.type === 'NUMBER')
    return <NumberValue label="Value" value={value} term={term} onChange={onChange} />;
  if (term?.type === 'YES_NO') {
    return (
      <Select
        label="Value"
        hideLabel
        value={value === true ? 'yes' : 'no'}
        onChange={(v) => onChange(v === 'yes')}
        options={[
          { id: 'yes', label: 'yes' },
          { id: 'no', label: 'no' },
        ]}
      />
    );
  }
  if (term?.values?.length) {
    return (
      <Select label="Value" hideLabel value={String(value ?? '')} onChange={onChange} options={options} />
    );
  }
  return <TextField label="Value" hideLabel value={String(value ?? '')} onChange={onChange} />;
}

/** The texts a term may have; a segment is shown by its label. */
function useValueOptions(term: Term | undefined) {
  const segments = useSegments();
  const label = (v: string) => (term?.origin === 'SEGMENT' ? segments.of(v).label : v);
  return (term?.values ?? []).map((v) => ({ id: v, label: label(v) }));
}

interface NumberProps {
  label: string;
  value: ConditionValue | undefined;
  term: Term | undefined;
  onChange: (value: number) => void;
}

function NumberValue({ label, value, term, onChange }: NumberProps) {
  const { currency } = useFormats();
  const format: Intl.NumberFormatOptions = isShare(term)
    ? { style: 'percent', maximumFractionDigits: 1 }
    : isMoney(term, currency)
      ? { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 }
      : { maximumFractionDigits: 4 };
  return (
    <NumberField
      label={label}
      hideLabel
      value={typeof value === 'number' ? value : Number.NaN}
      onChange={onChange}
      format={format}
      live
    />
  );
}

function ManyValues({
  value,
  term,
  onChange,
}: Pick<Props, 'term' | 'onChange'> & {
  value: ConditionValue | undefined;
}) {
  const values = Array.isArray(value) ? value.map(String) : [];
  const options = useValueOptions(term);
  if (term?.values?.length) {
    return <SelectMany label="Values" hideLabel values={values} onChange={onChange} options={options} />;
  }
  const numeric = term?.type === 'NUMBER';
  const parse = (text: string) => {
    const parts = text.split(',').map((part) => part.trim());
    onChange(numeric ? parts.filter(Boolean).map(Number) : parts);
  };
  return (
    <TextField label="Values, separated by commas" hideLabel value={values.join(', ')} onChange={parse} />
  );
}
