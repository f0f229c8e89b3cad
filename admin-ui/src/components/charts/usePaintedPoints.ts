import { type RefObject, useEffect, useRef } from 'react';
import type { Scatter } from '@/lib/api/types/overview';
import type { Scales } from './scatterScales';

interface Painting {
  points: Scatter['points'];
  scales: Scales;
  colors: string[];
  width: number;
  height: number;
  /** Index of the group that stands out, or -1. */
  active: number;
}

const RADIUS = 2.6;

/** Paints all points, group by group so that each colour is one path. */
export function usePaintedPoints({
  points,
  scales,
  colors,
  width,
  height,
  active,
}: Painting): RefObject<HTMLCanvasElement | null> {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen || colors.length === 0) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    pen.scale(ratio, ratio);
    pen.clearRect(0, 0, width, height);
    colors.forEach((color, group) => {
      pen.fillStyle = color;
      pen.globalAlpha = active < 0 ? 0.42 : active === group ? 0.75 : 0.05;
      pen.beginPath();
      for (let i = 0; i < points.x.length; i++) {
        const x = points.x[i];
        const y = points.y[i];
        if (points.segment[i] !== group || x == null || y == null) continue;
        const px = scales.x(x);
        const py = scales.y(y);
        pen.moveTo(px + RADIUS, py);
        pen.arc(px, py, RADIUS, 0, 2 * Math.PI);
      }
      pen.fill();
    });
  }, [points, scales, colors, width, height, active]);
  return ref;
}
