import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Plot } from '@/components/charts/Plot';
import { niceDomain, plotScales } from '@/components/charts/plotScales';
import type { ThresholdCurve, ThresholdPoint } from '@/lib/api/draftDistribution';
import { useFormats } from '@/lib/SessionContext';
import { snapped, stepOf } from './thresholdCurve';

interface Props {
  width: number;
  height: number;
  label: string;
  values: ThresholdCurve;
  /** Whether the comparison holds right of the handle; else left of it. */
  holdsAbove: boolean;
  value: number;
  point: ThresholdPoint;
  /** What a screen reader says of the handle. */
  spoken: string;
  text: (n: number) => string;
  onChange: (value: number) => void;
}

const LEAP = 10;

/** Customers by value as bars, the expected value as a line, and a handle that moves the threshold. */
export function ThresholdPlot(props: Props) {
  const { width, height, label, values, holdsAbove, value, point, spoken, text, onChange } = props;
  const { integer } = useFormats();
  const { bins, curve, low, high } = values;
  const step = stepOf(values);
  const x = { domain: [low, high] as [number, number], label, format: text };
  const y = {
    domain: niceDomain(
      bins.map((b) => b.customers),
      0,
    ),
    label: 'Customers',
    format: integer,
    ticks: 4,
  };
  const { x: across, left, right, top, bottom } = plotScales(x, y, width, height);
  const worth = scaleLinear(niceDomain(curve.map((p) => p.expectedValue)), [bottom - 8, top + 8]);
  const path = line<ThresholdPoint>()
    .x((p) => across(p.threshold))
    .y((p) => worth(p.expectedValue));
  const at = Math.max(left, Math.min(right, across(value)));
  const holds = (bin: { low: number; high: number }) => holdsAbove === (bin.low + bin.high) / 2 >= value;

  const move = (to: number) => {
    const next = snapped(to, step, values);
    if (next !== value) onChange(next);
  };
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture?.(event.pointerId)) return;
    move(across.invert(event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    event.currentTarget.querySelector<HTMLElement>('[role="slider"]')?.focus();
    event.preventDefault();
    move(across.invert(event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  return (
    <div className="threshold-plot" style={{ width, height }} onPointerDown={grab} onPointerMove={follow}>
      <Plot width={width} height={height} x={x} y={y}>
        {(scales) => (
          <>
            {bins.map((bin) => (
              <g key={bin.low} className={holds(bin) ? 'threshold-holds' : undefined}>
                <rect {...bar(bin, bin.customers, scales)} className="threshold-bar" />
                <rect {...bar(bin, bin.others, scales)} className="threshold-others" />
              </g>
            ))}
            <path d={path(curve) ?? ''} className="threshold-worth" />
            <line x1={at} x2={at} y1={top} y2={bottom} className="threshold-line" />
            <circle cx={at} cy={worth(point.expectedValue)} r={5.5} className="threshold-dot" />
          </>
        )}
      </Plot>
      <div
        className="threshold-handle"
        style={{ left: at, top: bottom }}
        role="slider"
        tabIndex={0}
        aria-label={`Threshold of ${label}`}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value}
        aria-valuetext={spoken}
        onKeyDown={(event) => {
          const to = target(event, value, step, values);
          if (to === null) return;
          event.preventDefault();
          move(to);
        }}
      />
    </div>
  );
}

type Scales = ReturnType<typeof plotScales>;

const bar = (bin: { low: number; high: number }, customers: number, { x, y, bottom }: Scales) => ({
  x: x(bin.low) + 0.5,
  width: Math.max(1, x(bin.high) - x(bin.low) - 1),
  y: y(customers),
  height: Math.max(0, bottom - y(customers)),
});

/** Where a key moves the threshold; null = nowhere. */
function target(
  { key }: KeyboardEvent,
  value: number,
  step: number,
  { low, high }: ThresholdCurve,
): number | null {
  const to: Record<string, number> = {
    ArrowRight: value + step,
    ArrowUp: value + step,
    ArrowLeft: value - step,
    ArrowDown: value - step,
    PageUp: value + LEAP * step,
    PageDown: value - LEAP * step,
    Home: low,
    End: high,
  };
  return to[key] ?? null;
}
