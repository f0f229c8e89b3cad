import { X } from 'lucide-react';
import { IconButton } from '@/components/Button';
import type { Range2d } from '@/components/charts/scatterScales';
import { NumberField } from '@/components/Fields';
import { useConditionCount } from '@/lib/api/countCondition';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { useScores } from '@/lib/useScores';
import { rangeCondition } from './rangeCondition';

interface Props {
  range: Range2d | null;
  onRange: (range: Range2d | null) => void;
  amounts: (number | null)[];
}

/** The keyboard's way to the same selection as dragging: from and to for both axes, and how many the server counts. */
export function RangeFields({ range, onRange, amounts }: Props) {
  const { currency } = useFormats();
  const scores = useScores();
  const set = (axis: 'x' | 'y', end: 0 | 1, value: number) => {
    const whole = range ?? wholeRange(amounts);
    const pair: [number, number] = [...whole[axis]];
    pair[end] = Number.isNaN(value) ? wholeRange(amounts)[axis][end] : value;
    if (pair[0] > pair[1]) pair[end === 0 ? 1 : 0] = pair[end];
    onRange({ ...whole, [axis]: pair });
  };
  const risk = {
    format: { style: 'percent' as const },
    step: 0.01,
    minimum: 0,
    maximum: 1,
    placeholder: 'Any',
  };
  const money = {
    format: { style: 'currency' as const, currency, maximumFractionDigits: 1 },
    step: 0.1,
    placeholder: 'Any',
  };
  return (
    <fieldset className="range">
      <legend className="sr">Selected range</legend>
      <NumberField
        label={`${scores.risk.label} from`}
        value={range?.x[0] ?? Number.NaN}
        onChange={(v) => set('x', 0, v)}
        {...risk}
      />
      <NumberField
        label={`${scores.risk.label} to`}
        value={range?.x[1] ?? Number.NaN}
        onChange={(v) => set('x', 1, v)}
        {...risk}
      />
      <NumberField
        label={`${scores.value.label} from`}
        value={range?.y[0] ?? Number.NaN}
        onChange={(v) => set('y', 0, v)}
        {...money}
      />
      <NumberField
        label={`${scores.value.label} to`}
        value={range?.y[1] ?? Number.NaN}
        onChange={(v) => set('y', 1, v)}
        {...money}
      />
      <div className="range-count">
        <RangeCount range={range} />
        {range && (
          <IconButton small label="Clear selection" icon={<X aria-hidden />} onPress={() => onRange(null)} />
        )}
      </div>
    </fieldset>
  );
}

function RangeCount({ range }: { range: Range2d | null }) {
  const { integer, compactMoney, percent } = useFormats();
  const scores = useScores();
  const settled = useDebounced(range);
  const count = useConditionCount(settled && rangeCondition(scores, settled));
  if (!range) return <output className="muted">Nothing selected</output>;
  if (count.error) return <output className="range-error">{count.error.message}</output>;
  if (!count.data) return <output className="muted">Counting…</output>;
  const { customers, share, clv } = count.data;
  return (
    <output className="num" style={{ opacity: count.isPlaceholderData ? 0.5 : 1 }}>
      <b>
        {integer(customers)} {plural(customers, 'customer')}
      </b>{' '}
      <span className="muted">
        {percent(share, 1)}
        {clv !== null && ` · ${compactMoney(clv)}`}
      </span>
    </output>
  );
}

function wholeRange(amounts: (number | null)[]): Range2d {
  const known = amounts.filter((v): v is number => v !== null);
  const low = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { x: [0, 1], y: known.length ? [Math.floor(low), Math.ceil(high)] : [0, 0] };
}
