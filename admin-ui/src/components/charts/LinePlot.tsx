import { line } from 'd3-shape';
import { Plot } from './Plot';
import { type Axis, plotScales } from './plotScales';
import { Readout } from './Readout';
import type { Series } from './series';

export type XY = readonly [number, number];

export interface Line extends Series {
  points: XY[];
  /** A point that stands out. */
  marked?: XY | undefined;
}

interface Props {
  width: number;
  height: number;
  x: Axis;
  y: Axis;
  lines: Line[];
  /** What the lines are held against, from one point to another. */
  reference?: { from: XY; to: XY; label: string };
  /** Draws every point too. */
  dots?: boolean;
  /** How the points are read out. */
  read?: { label: string; text: (line: Line, index: number) => string };
}

/** How far along the reference its name stands. */
const NAMED_AT = 0.6;

/** Curves over each other; each has a hue and a pattern of its own. */
export function LinePlot({ read, ...drawn }: Props) {
  const { width, height, x, y, lines } = drawn;
  if (!read) return <Lines {...drawn} />;
  const scales = plotScales(x, y, width, height);
  const stops = lines.flatMap((line) =>
    line.points.map(([a, b], i) => ({
      x: scales.x(a),
      y: scales.y(b),
      text: read.text(line, i),
      color: line.color,
    })),
  );
  return (
    <Readout label={read.label} width={width} height={height} stops={stops}>
      <Lines {...drawn} />
    </Readout>
  );
}

function Lines({ width, height, x, y, lines, reference, dots }: Omit<Props, 'read'>) {
  return (
    <Plot width={width} height={height} x={x} y={y}>
      {(scales) => {
        const path = line<XY>()
          .x(([a]) => scales.x(a))
          .y(([, b]) => scales.y(b));
        return (
          <>
            {reference && (
              <>
                <path d={path([reference.from, reference.to]) ?? ''} className="plot-reference" />
                <text
                  x={scales.x(reference.from[0] + NAMED_AT * (reference.to[0] - reference.from[0])) + 8}
                  y={scales.y(reference.from[1] + NAMED_AT * (reference.to[1] - reference.from[1])) + 18}
                  className="plot-note"
                >
                  {reference.label}
                </text>
              </>
            )}
            {lines.map((one) => (
              <g key={one.id}>
                <path
                  d={path(one.points) ?? ''}
                  fill="none"
                  stroke={one.color}
                  strokeWidth={2}
                  strokeDasharray={one.dash}
                  strokeLinejoin="round"
                />
                {dots &&
                  one.points.map(([a, b]) => (
                    <circle key={`${a} ${b}`} cx={scales.x(a)} cy={scales.y(b)} r={3.5} fill={one.color} />
                  ))}
                {one.marked && (
                  <circle
                    cx={scales.x(one.marked[0])}
                    cy={scales.y(one.marked[1])}
                    r={6.5}
                    className="plot-marked"
                    stroke={one.color}
                  />
                )}
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}
