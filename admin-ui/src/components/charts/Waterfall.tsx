import { scaleLinear } from 'd3-scale';

export interface Step {
  label: string;
  value: string;
  from: number;
  to: number;
}

interface Props {
  width: number;
  steps: Step[];
  /** A step's size with its sign. */
  formatChange: (change: number) => string;
  startLabel: string;
  endLabel: string;
  /** Whether a step to the right is good news. */
  moreIsBetter: boolean;
}

const ROW = 34;
const TOP = 26;
const BOTTOM = 30;
const CHANGE = 66;
const CHARACTER = 6.9;

export const waterfallHeight = (steps: number) => TOP + ROW * steps + BOTTOM;

/** From a start to an end step by step, one bar below the other. */
export function Waterfall(props: Props) {
  const { width, steps, formatChange, moreIsBetter } = props;
  const labels = Math.min(190, Math.round(width * 0.42));
  const most = Math.floor(labels / CHARACTER);
  const places = steps.flatMap((step) => [step.from, step.to]);
  const x = scaleLinear([Math.min(...places), Math.max(...places)], [labels + CHANGE, width - CHANGE / 2]);
  const start = steps[0]?.from ?? 0;
  const end = steps.at(-1)?.to ?? 0;
  const bottom = TOP + ROW * steps.length;
  return (
    <svg className="waterfall" width={width} height={waterfallHeight(steps.length)} aria-hidden="true">
      <line x1={x(start)} x2={x(start)} y1={TOP - 6} y2={bottom} className="waterfall-start" />
      <text
        x={Math.min(x(start), width - CHANGE / 2 - 4)}
        y={14}
        textAnchor="middle"
        className="waterfall-note"
      >
        {props.startLabel}
      </text>
      {steps.map((step, i) => {
        const up = step.to >= step.from;
        const left = Math.min(x(step.from), x(step.to));
        const y = TOP + i * ROW;
        const color = up === moreIsBetter ? 'var(--good)' : 'var(--bad)';
        return (
          <g key={step.label}>
            {i % 2 === 0 && <rect x={0} y={y} width={width} height={ROW} rx={6} fill="var(--sunken)" />}
            <text x={8} y={y + 14} className="waterfall-label">
              {step.label.length > most ? `${step.label.slice(0, most - 1)}…` : step.label}
            </text>
            <text x={8} y={y + 28} className="waterfall-value">
              {step.value}
            </text>
            <rect
              x={left}
              y={y + 8}
              width={Math.max(2, Math.abs(x(step.to) - x(step.from)))}
              height={ROW - 16}
              rx={3}
              fill={color}
            />
            <text
              x={up ? Math.max(x(step.from), x(step.to)) + 7 : left - 7}
              y={y + ROW / 2 + 4}
              textAnchor={up ? 'start' : 'end'}
              className="waterfall-change"
              fill={color}
            >
              {formatChange(step.to - step.from)}
            </text>
            <line
              x1={x(step.to)}
              x2={x(step.to)}
              y1={y + ROW - 8}
              y2={y + ROW + 8}
              className="waterfall-join"
            />
          </g>
        );
      })}
      <text
        x={Math.min(Math.max(x(end), labels), width - 60)}
        y={bottom + 22}
        textAnchor="middle"
        className="waterfall-end"
      >
        {props.endLabel}
      </text>
    </svg>
  );
}
