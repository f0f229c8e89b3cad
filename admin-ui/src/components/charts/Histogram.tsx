import { Plot } from './Plot';
import { type Axis, type PlotScales, plotScales } from './plotScales';
import { Readout } from './Readout';
import type { Series } from './series';

export interface Bin {
  from: number;
  to: number;
  height: number;
}

export interface Bars extends Series {
  bins: Bin[];
}

interface Props {
  width: number;
  height: number;
  x: Axis;
  y: Axis;
  /** One of them is drawn as bars; several as outlines over each other. */
  bars: Bars[];
  /** A number on the x axis that stands out. */
  at?: { value: number; label: string };
  /** How the bars are read out. */
  read?: { label: string; text: (bars: Bars, index: number) => string };
}

/** How often numbers occur. */
export function Histogram({ read, ...drawn }: Props) {
  const { width, height, x, y, bars } = drawn;
  if (!read) return <Drawn {...drawn} />;
  const scales = plotScales(x, y, width, height);
  const stops = bars.flatMap((one) =>
    one.bins.map((bin, i) => ({
      x: scales.x((bin.from + bin.to) / 2),
      y: scales.y(bin.height),
      text: read.text(one, i),
      color: one.color,
    })),
  );
  return (
    <Readout label={read.label} width={width} height={height} stops={stops} across={bars.length === 1}>
      <Drawn {...drawn} />
    </Readout>
  );
}

function Drawn({ width, height, x, y, bars, at }: Omit<Props, 'read'>) {
  const filled = bars.length === 1;
  return (
    <Plot width={width} height={height} x={x} y={y}>
      {(scales) => (
        <>
          {bars.map((one) => (
            <g key={one.id}>
              {filled &&
                one.bins.map((bin) => (
                  <rect
                    key={bin.from}
                    x={scales.x(bin.from) + 1}
                    y={scales.y(bin.height)}
                    width={Math.max(1, scales.x(bin.to) - scales.x(bin.from) - 2)}
                    height={Math.max(0, scales.bottom - scales.y(bin.height))}
                    rx={3}
                    fill={one.color}
                    opacity={0.82}
                  />
                ))}
              {!filled && (
                <path
                  d={outline(one.bins, scales)}
                  fill="none"
                  stroke={one.color}
                  strokeWidth={2}
                  strokeDasharray={one.dash}
                />
              )}
            </g>
          ))}
          {at && (
            <>
              <line
                x1={scales.x(at.value)}
                x2={scales.x(at.value)}
                y1={scales.top}
                y2={scales.bottom}
                className="plot-reference"
              />
              <text x={scales.x(at.value) + 6} y={scales.top + 10} className="plot-note">
                {at.label}
              </text>
            </>
          )}
        </>
      )}
    </Plot>
  );
}

function outline(bins: Bin[], { x, y, bottom }: PlotScales): string {
  const first = bins[0];
  const last = bins.at(-1);
  if (!first || !last) return '';
  const steps = bins.map((bin) => `L${x(bin.from)},${y(bin.height)}L${x(bin.to)},${y(bin.height)}`);
  return `M${x(first.from)},${bottom}${steps.join('')}L${x(last.to)},${bottom}`;
}
