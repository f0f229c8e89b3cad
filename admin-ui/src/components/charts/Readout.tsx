import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { cx } from '@/lib/cx';
import './charts.css';

/** A place on a drawing and what is to be read there. */
export interface Stop {
  x: number;
  y: number;
  text: string;
  color: string;
}

interface Props {
  /** What is gone through, e.g. "Points of the ROC curve". */
  label: string;
  width: number;
  height: number;
  stops: Stop[];
  /** Whether only the place from left to right counts, as for bars. */
  across?: boolean;
  children: ReactNode;
}

const TIP = 232;
const NEAR_TOP = 74;
const LEAPS = 10;

/** Reads a drawing out: the nearest place under the pointer, or place after place by the arrow keys, seen and spoken. */
export function Readout({ label, width, height, stops, across, children }: Props) {
  const [at, setAt] = useState<number | null>(null);
  if (stops.length === 0) return children;
  const last = stops.length - 1;
  const stop = at === null ? undefined : stops[Math.min(at, last)];

  const onPointerMove = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(nearest(stops, event.clientX - box.left, across ? null : event.clientY - box.top));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, at ?? -1, last);
    if (event.key !== 'Escape' && to === null) return;
    event.preventDefault();
    setAt(to);
  };
  return (
    <div
      className="readout"
      style={{ width, height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={stops.length}
      aria-valuenow={Math.min(at ?? 0, last) + 1}
      aria-valuetext={(stop ?? stops[0])?.text ?? ''}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setAt(null)}
      onFocus={() => setAt((now) => now ?? 0)}
      onBlur={() => setAt(null)}
      onKeyDown={onKeyDown}
    >
      {children}
      {stop && (
        <>
          <svg className="readout-mark" width={width} height={height} aria-hidden="true">
            <circle cx={stop.x} cy={stop.y} r={5.5} stroke={stop.color} />
          </svg>
          <div
            className={cx('chart-tip readout-tip num', stop.y < NEAR_TOP && 'readout-below')}
            style={{ left: within(stop.x, TIP / 2, width - TIP / 2), top: stop.y }}
            aria-hidden
          >
            {stop.text}
          </div>
        </>
      )}
    </div>
  );
}

const within = (n: number, low: number, high: number) => Math.max(low, Math.min(high, n));

function nearest(stops: Stop[], x: number, y: number | null): number {
  const far = (stop: Stop) => (stop.x - x) ** 2 + (y === null ? 0 : (stop.y - y) ** 2);
  return stops.reduce((best, stop, i) => (far(stop) < far(stops[best] ?? stop) ? i : best), 0);
}

/** Where a key leads; null = it leads nowhere. */
function target(key: string, at: number, last: number): number | null {
  const leap = Math.max(1, Math.round(last / LEAPS));
  const steps: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + leap,
    PageDown: at - leap,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : within(to, 0, last);
}
