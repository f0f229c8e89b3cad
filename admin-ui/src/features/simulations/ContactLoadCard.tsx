import { Figure } from '@/components/charts/Figure';
import { IntervalBars, intervalBarsHeight } from '@/components/charts/IntervalBars';
import { Legend } from '@/components/charts/Legend';
import type { SimulationResult } from '@/lib/api/types/simulations';
import { countDelta } from '@/lib/countDelta';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { BEFORE_AFTER } from './beforeAfter';

const COLUMNS = [
  'Channel',
  'Before',
  'After',
  'Difference',
  'Per 100 customers before',
  'Per 100 customers after',
];

/** How many customers are contacted by which channel, if each gets the first action. */
export function ContactLoadCard({ result: { load, customers } }: { result: SimulationResult }) {
  const formats = useFormats();
  const { integer, fixed } = formats;
  const channels = load.channels;
  const moved = [...channels].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0];
  const summary =
    moved && moved.after !== moved.before
      ? `Customers whose first action goes by each channel; ${moved.label} changes most, ${countDelta(moved.after - moved.before, formats)} to ${integer(moved.after)}.`
      : 'Customers whose first action goes by each channel; no channel gets more or fewer.';
  const per100 = (n: number) => fixed((100 * n) / Math.max(1, customers), 1);
  return (
    <div className="card">
      <Figure
        title="Contact load"
        sub={summary}
        summary={summary}
        columns={COLUMNS}
        rows={channels.map((c) => [
          c.label,
          c.before,
          c.after,
          c.after - c.before,
          per100(c.before),
          per100(c.after),
        ])}
        height={intervalBarsHeight(channels.length, 2)}
        end={<Legend series={BEFORE_AFTER} />}
      >
        {(width) => (
          <IntervalBars
            width={width}
            series={BEFORE_AFTER}
            rows={channels.map((c) => ({
              label: c.isNew ? `${c.label} (new)` : c.label,
              measures: [c.before, c.after].map((value) => ({ value, low: null, high: null })),
            }))}
            format={integer}
          />
        )}
      </Figure>
      <HeldBack load={load} />
    </div>
  );
}

/** From whom the contact policy keeps an action, before and after. */
function HeldBack({ load: { suppressedBefore, suppressedAfter } }: Pick<SimulationResult, 'load'>) {
  const formats = useFormats();
  const { integer } = formats;
  if (suppressedBefore + suppressedAfter === 0) return null;
  return (
    <p className="held-back num">
      From <b>{integer(suppressedAfter)}</b> {plural(suppressedAfter, 'customer', 'customers')} the contact
      policy keeps an action that they would get otherwise;{' '}
      {suppressedAfter === suppressedBefore
        ? 'as many as before.'
        : `${integer(suppressedBefore)} before (${countDelta(suppressedAfter - suppressedBefore, formats)}).`}
    </p>
  );
}
