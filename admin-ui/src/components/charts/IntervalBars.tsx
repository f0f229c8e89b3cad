import { scaleLinear } from 'd3-scale';
import type { Series } from './series';
import './plot.css';

export interface Measure {
  value: number;
  low: number | null;
  high: number | null;
}

export interface BarRow {
  label: string;
  /** One for each series, in their order; null = it has none. */
  measures: (Measure | null)[];
}

interface Props {
  width: number;
  series: Series[];
  rows: BarRow[];
  format: (n: number) => string;
}

const BAR = 11;
const PAD = 13;
const VALUE = 58;
const CHARACTER = 7;

const rowHeight = (series: number) => PAD + BAR * series;

export const intervalBarsHeight = (rows: number, series: number) => rows * rowHeight(series) + 4;

/** A bar for each name, with a whisker from end to end of its interval. */
export function IntervalBars({ width, series, rows, format }: Props) {
  const labels = Math.min(210, Math.round(width * 0.36));
  const most = Math.floor(labels / CHARACTER);
  const known = rows.flatMap((row) => row.measures.filter((m) => m !== null));
  const ends = known.flatMap((m) => [m.value, m.low ?? m.value, m.high ?? m.value]);
  const x = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends, 1e-9)], [labels + 8, width - VALUE - 8]);
  const step = rowHeight(series.length);
  return (
    <svg
      className="plot"
      width={width}
      height={intervalBarsHeight(rows.length, series.length)}
      aria-hidden="true"
    >
      <line x1={x(0)} x2={x(0)} y1={0} y2={rows.length * step} className="plot-zero" />
      {rows.map((row, i) => (
        <g key={row.label} transform={`translate(0,${i * step})`}>
          <text x={0} y={step / 2 + 4} className="bars-label">
            {row.label.length > most ? `${row.label.slice(0, most - 1)}…` : row.label}
          </text>
          {row.measures.map((m, j) => {
            const look = series[j];
            return m && look ? (
              <IntervalBar key={look.id} measure={m} x={x} y={PAD / 2 + BAR * j} color={look.color} />
            ) : null;
          })}
          {row.measures.map((m, j) => (
            <text
              key={series[j]?.id}
              x={width}
              y={PAD / 2 + BAR * j + BAR - 2}
              textAnchor="end"
              className="bars-value num"
            >
              {m ? format(m.value) : '–'}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

interface BarProps {
  measure: Measure;
  x: (n: number) => number;
  y: number;
  color: string;
}

function IntervalBar({ measure: { value, low, high }, x, y, color }: BarProps) {
  const middle = y + BAR / 2;
  return (
    <>
      <rect
        x={Math.min(x(0), x(value))}
        y={y + 1}
        width={Math.max(1.5, Math.abs(x(value) - x(0)))}
        height={BAR - 2}
        rx={2.5}
        fill={color}
        opacity={0.8}
      />
      {low !== null && high !== null && (
        <path
          d={`M${x(low)},${middle - 4}V${middle + 4}M${x(low)},${middle}H${x(high)}M${x(high)},${middle - 4}V${middle + 4}`}
          className="bars-whisker"
        />
      )}
    </>
  );
}
