import { quadtree } from 'd3-quadtree';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import type { Scatter } from '@/lib/api/types/overview';
import type { NamedColor } from '@/lib/segments';
import { ScatterAxes, ScatterGrid } from './ScatterAxes';
import { type Range2d, rangeBetween, scatterScales } from './scatterScales';
import { usePaintedPoints } from './usePaintedPoints';
import { useResolvedColors } from './useResolvedColors';

interface Props {
  points: Scatter['points'];
  groups: NamedColor[];
  /** Name of the group that stands out; empty for all alike. */
  active: string;
  width: number;
  height: number;
  /** Shaded from here on: the risk that counts as high. */
  threshold: number;
  thresholdLabel: string;
  formatX: (v: number) => string;
  formatY: (v: number) => string;
  xLabel: string;
  label: string;
  range: Range2d | null;
  onRange: (range: Range2d | null) => void;
}

type Corner = [number, number];
const NEAR = 14;
const SMALLEST_DRAG = 6;

/** Probability against amount: points on a canvas (a hundred thousand stay quick), axes in SVG, a rectangle to select with. */
export function ScatterPlot(props: Props) {
  const { points, groups, active, width, height, formatX, formatY, range, onRange } = props;
  const scales = useMemo(() => scatterScales(points.y, { width, height }), [points, width, height]);
  const [colors, probe] = useResolvedColors(groups.map((g) => g.color));
  const canvas = usePaintedPoints({
    points,
    scales,
    colors,
    width,
    height,
    active: groups.findIndex((g) => g.name === active),
  });
  const tree = useMemo(() => {
    const known = points.x.flatMap((x, i) => {
      const y = points.y[i];
      return x === null || y === null || y === undefined ? [] : [{ i, x: scales.x(x), y: scales.y(y) }];
    });
    return quadtree(
      known,
      (p) => p.x,
      (p) => p.y,
    );
  }, [points, scales]);
  const [hovered, setHovered] = useState<{ i: number; x: number; y: number } | null>(null);
  const start = useRef<Corner | null>(null);
  const [drag, setDrag] = useState<[Corner, Corner] | null>(null);

  const at = (event: PointerEvent): Corner => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const onPointerMove = (event: PointerEvent) => {
    const here = at(event);
    if (start.current) {
      setDrag([start.current, here]);
      setHovered(null);
    } else setHovered(tree.find(here[0], here[1], NEAR) ?? null);
  };
  const onPointerUp = (event: PointerEvent) => {
    const from = start.current;
    const to = at(event);
    start.current = null;
    setDrag(null);
    const moved =
      from && Math.abs(to[0] - from[0]) > SMALLEST_DRAG && Math.abs(to[1] - from[1]) > SMALLEST_DRAG;
    onRange(moved ? rangeBetween(from, to, scales) : null);
  };

  const corners: [Corner, Corner] | null =
    drag ??
    (range && [
      [scales.x(range.x[0]), scales.y(range.y[1])],
      [scales.x(range.x[1]), scales.y(range.y[0])],
    ]);
  const group = hovered ? groups[points.segment[hovered.i] ?? -1] : undefined;
  return (
    <div className="scatter" style={{ width, height }}>
      {probe}
      <ScatterGrid scales={scales} width={width} height={height} threshold={props.threshold} />
      <canvas ref={canvas} style={{ width, height }} />
      <svg
        className="scatter-front"
        width={width}
        height={height}
        role="img"
        aria-label={props.label}
        onPointerDown={(event) => {
          start.current = at(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setHovered(null)}
      >
        <ScatterAxes
          scales={scales}
          width={width}
          height={height}
          formatX={formatX}
          formatY={formatY}
          xLabel={props.xLabel}
          threshold={props.threshold}
          thresholdLabel={props.thresholdLabel}
        />
        {hovered && (
          <circle cx={hovered.x} cy={hovered.y} r={5.5} fill="none" stroke="var(--ink)" strokeWidth={2} />
        )}
        {corners && <Brush corners={corners} />}
      </svg>
      {hovered && (
        <div className="chart-tip num" style={{ left: hovered.x, top: hovered.y }}>
          <b>{group?.label ?? 'No segment'}</b>
          <br />
          {formatY(points.y[hovered.i] ?? 0)} · {formatX(points.x[hovered.i] ?? 0)} risk
        </div>
      )}
    </div>
  );
}

function Brush({ corners: [a, b] }: { corners: [Corner, Corner] }) {
  return (
    <rect
      className="brush"
      x={Math.min(a[0], b[0])}
      y={Math.min(a[1], b[1])}
      width={Math.abs(b[0] - a[0])}
      height={Math.abs(b[1] - a[1])}
      rx={4}
    />
  );
}
