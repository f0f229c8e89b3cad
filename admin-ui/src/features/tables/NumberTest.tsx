import { Choice } from '@/components/Choice';
import { NumberField } from '@/components/Fields';
import type { Term } from '@/lib/api/types/condition';
import { useFormats } from '@/lib/SessionContext';
import { type Sign, type Test, writeTests } from '@/lib/table/cell';
import { isMoney, isShare } from '@/lib/terms';

const KINDS = [
  { id: 'any', label: 'any' },
  { id: '=', label: '=' },
  { id: '<', label: '<' },
  { id: '<=', label: '≤' },
  { id: '>', label: '>' },
  { id: '>=', label: '≥' },
  { id: 'range', label: 'from … to' },
] as const;

type Kind = (typeof KINDS)[number]['id'];

interface Props {
  term: Term;
  /** What the cell asks now; null = something that is written only. */
  tests: Test[] | null;
  onText: (text: string) => void;
}

/** A comparison with one number, or a range of numbers. */
export function NumberTest({ term, tests, onText }: Props) {
  const test = tests?.length === 1 ? tests[0] : undefined;
  const kind = kindOf(tests, test);
  const low = test?.kind === 'range' ? test.low : test?.kind === 'compare' ? test.number : starting(term);
  const high = test?.kind === 'range' ? test.high : Math.max(low, term.maximum ?? low);
  const write = (to: Kind, from: number, until: number) => {
    if (Number.isNaN(from) || Number.isNaN(until)) return;
    onText(writeTests(testsOf(to, from, until, test)));
  };
  return (
    <div className="cell-fields">
      <Choice
        label="Comparison"
        value={kind ?? ('' as Kind)}
        options={KINDS}
        onChange={(to) => write(to, low, high)}
      />
      {kind && kind !== 'any' && (
        <div className="cell-numbers">
          <Value
            label={kind === 'range' ? 'From' : 'Value'}
            term={term}
            value={low}
            onChange={(to) => write(kind, to, high)}
          />
          {kind === 'range' && (
            <Value label="To" term={term} value={high} onChange={(to) => write(kind, low, to)} />
          )}
        </div>
      )}
    </div>
  );
}

function kindOf(tests: Test[] | null, test: Test | undefined): Kind | null {
  if (tests?.length === 0) return 'any';
  if (test?.kind === 'range') return 'range';
  return test?.kind === 'compare' ? test.sign || '=' : null;
}

/** A range keeps whether its ends belong to it. */
function testsOf(kind: Kind, low: number, high: number, before: Test | undefined): Test[] {
  if (kind === 'any') return [];
  if (kind !== 'range') return [{ kind: 'compare', sign: (kind === '=' ? '' : kind) as Sign, number: low }];
  const ends = before?.kind === 'range' ? before : { fromLow: true, toHigh: true };
  return [{ kind: 'range', low, high, fromLow: ends.fromLow, toHigh: ends.toHigh }];
}

const starting = (term: Term): number => (isShare(term) ? 0.5 : (term.minimum ?? 0));

interface ValueProps {
  label: string;
  term: Term;
  value: number;
  onChange: (to: number) => void;
}

function Value({ label, term, value, onChange }: ValueProps) {
  const { currency } = useFormats();
  const format: Intl.NumberFormatOptions = isShare(term)
    ? { style: 'percent', maximumFractionDigits: 2 }
    : isMoney(term, currency)
      ? { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2 }
      : { maximumFractionDigits: 6 };
  return <NumberField label={label} value={value} onChange={onChange} format={format} live />;
}
