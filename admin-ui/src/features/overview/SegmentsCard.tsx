import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Donut } from '@/components/charts/Donut';
import { Figure } from '@/components/charts/Figure';
import { Meter } from '@/components/Meter';
import { Dot } from '@/components/SegmentTag';
import type { SegmentSummary } from '@/lib/api/types/overview';
import { cx } from '@/lib/cx';
import { useFormats } from '@/lib/SessionContext';
import type { SegmentPalette } from '@/lib/segments';
import { useScores } from '@/lib/useScores';
import { PLOT_HEIGHT, SEGMENTS_HEIGHT } from './sizes';

/** From this width on the legend stands beside the donut, else below it. */
const BESIDE = 560;

type Measure = 'customers' | 'clv';

const MEASURES = [
  { id: 'customers', label: 'Customers' },
  { id: 'clv', label: 'Value' },
] as const;

interface Props {
  segments: SegmentSummary[];
  palette: SegmentPalette;
  active: string;
  onActive: (segment: string) => void;
}

/** Segments by size or by what their customers are worth; a segment pressed in the legend also stands out in the scatter. */
export function SegmentsCard({ segments, palette, active, onActive }: Props) {
  const [measure, setMeasure] = useState<Measure>('customers');
  const { integer, money, compactMoney, percent } = useFormats();
  const { value } = useScores();
  const amount = (s: SegmentSummary) => (measure === 'customers' ? s.customers : s.clv);
  const total = segments.reduce((sum, s) => sum + amount(s), 0);
  const customers = segments.reduce((sum, s) => sum + s.customers, 0);
  const share = (s: SegmentSummary) => (total ? amount(s) / total : 0);
  const show = measure === 'customers' ? integer : compactMoney;
  const largest = Math.max(...segments.map(share), 0.0001);
  const slices = segments.map((s) => ({ ...palette.of(s.name), value: amount(s) }));
  const summary = segments
    .map((s) => `${palette.of(s.name).label} ${show(amount(s))} (${percent(share(s), 1)})`)
    .join(', ');
  return (
    <Figure
      title="Segments"
      sub={measure === 'customers' ? 'Share of customers' : `Share of ${value.words}`}
      summary={summary}
      height={PLOT_HEIGHT}
      columns={['Segment', 'Customers', 'Share', value.label]}
      rows={segments.map((s) => [
        palette.of(s.name).label,
        integer(s.customers),
        percent(customers ? s.customers / customers : 0, 1),
        money(s.clv),
      ])}
      end={<Choice label="Measure" value={measure} options={MEASURES} onChange={setMeasure} />}
    >
      {(width) => (
        <div
          className={cx('segments', width < BESIDE && 'segments-stacked')}
          style={{ minHeight: SEGMENTS_HEIGHT }}
        >
          <Donut
            slices={slices}
            size={Math.min(252, width * 0.7)}
            center={show(total)}
            sub={measure === 'customers' ? 'customers' : value.words}
            active={active}
            label={summary}
          />
          <ul className="legend">
            {segments.map((s) => (
              <li key={s.name}>
                <button
                  type="button"
                  aria-pressed={active === s.name}
                  onClick={() => onActive(active === s.name ? '' : s.name)}
                >
                  <Dot color={palette.of(s.name).color} />
                  <span>{palette.of(s.name).label}</span>
                  <b className="num">{show(amount(s))}</b>
                  <span className="legend-share num">{percent(share(s), 1)}</span>
                  <Meter share={share(s) / largest} color={palette.of(s.name).color} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Figure>
  );
}
