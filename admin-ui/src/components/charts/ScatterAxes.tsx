import { MARGIN, type Scales } from './scatterScales';

interface Props {
  scales: Scales;
  width: number;
  height: number;
}

const X_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Grid lines and the shaded high-risk side, drawn under the points. */
export function ScatterGrid({ scales, width, height, threshold }: Props & { threshold: number }) {
  const bottom = height - MARGIN.bottom;
  const right = width - MARGIN.right;
  return (
    <svg className="scatter-back" width={width} height={height} aria-hidden="true">
      <rect
        x={scales.x(threshold)}
        y={MARGIN.top}
        width={Math.max(0, right - scales.x(threshold))}
        height={bottom - MARGIN.top}
        fill="var(--bad)"
        opacity={0.05}
        rx={8}
      />
      {X_TICKS.map((t) => (
        <line key={t} x1={scales.x(t)} x2={scales.x(t)} y1={MARGIN.top} y2={bottom} stroke="var(--line)" />
      ))}
      {scales.yTicks.map((t) => (
        <line key={t} x1={MARGIN.left} x2={right} y1={scales.y(t)} y2={scales.y(t)} stroke="var(--line)" />
      ))}
    </svg>
  );
}

interface AxesProps extends Props {
  formatX: (v: number) => string;
  formatY: (v: number) => string;
  xLabel: string;
  threshold: number;
  thresholdLabel: string;
}

export function ScatterAxes(props: AxesProps) {
  const { scales, width, height, formatX, formatY, xLabel, threshold, thresholdLabel } = props;
  const ticks = width < 420 ? X_TICKS.filter((_, i) => i % 2 === 0) : X_TICKS;
  return (
    <g className="axis num">
      {ticks.map((t) => (
        <text key={t} x={scales.x(t)} y={height - 20} textAnchor={t === 1 ? 'end' : 'middle'}>
          {formatX(t)}
        </text>
      ))}
      {scales.yTicks.map((t) => (
        <text key={t} x={MARGIN.left - 8} y={scales.y(t) + 4} textAnchor="end">
          {formatY(t)}
        </text>
      ))}
      <text x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 3} textAnchor="middle">
        {xLabel}
      </text>
      {threshold < 1 && (
        <text className="axis-area" x={width - MARGIN.right - 8} y={MARGIN.top + 17} textAnchor="end">
          {thresholdLabel}
        </text>
      )}
    </g>
  );
}
