import type { ReactNode } from 'react';
import { type Axis, type PlotScales, plotScales, ticksOf } from './plotScales';
import './plot.css';

interface Props {
  width: number;
  height: number;
  x: Axis;
  y: Axis;
  children: (scales: PlotScales) => ReactNode;
}

/** So close to the right edge a name ends at its place instead of standing around it; in pixels. */
const EDGE = 24;

/** Two axes with grid lines, and whatever is drawn between them. The figure around it says the same in words. */
export function Plot({ width, height, x, y, children }: Props) {
  const scales = plotScales(x, y, width, height);
  const { left, right, top, bottom } = scales;
  return (
    <svg className="plot" width={width} height={height} aria-hidden="true">
      <g className="axis num">
        {ticksOf(y).map((t) => (
          <g key={t}>
            <line x1={left} x2={right} y1={scales.y(t)} y2={scales.y(t)} className="plot-grid" />
            <text x={left - 8} y={scales.y(t) + 4} textAnchor="end">
              {y.format(t)}
            </text>
          </g>
        ))}
        {ticksOf(x, right - left).map((t) => (
          <g key={t}>
            <line x1={scales.x(t)} x2={scales.x(t)} y1={top} y2={bottom} className="plot-grid" />
            <text
              x={Math.min(scales.x(t), width - 1)}
              y={bottom + 18}
              textAnchor={scales.x(t) > width - EDGE ? 'end' : 'middle'}
            >
              {x.format(t)}
            </text>
          </g>
        ))}
        <text x={(left + right) / 2} y={height - 6} textAnchor="middle" className="plot-name">
          {x.label}
        </text>
        <text x={0} y={12} className="plot-name">
          {y.label}
        </text>
      </g>
      {children(scales)}
    </svg>
  );
}
