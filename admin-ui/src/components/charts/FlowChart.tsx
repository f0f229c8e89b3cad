import { linkHorizontal } from 'd3-shape';
import { type ReactNode, useMemo, useState } from 'react';
import { cx } from '@/lib/cx';
import type { NamedColor } from '@/lib/segments';
import { FlowNames } from './FlowNames';
import { type Flow, type FlowBand, flowLayout } from './flowLayout';
import './flowChart.css';

interface Props {
  groups: NamedColor[];
  flows: Flow[];
  width: number;
  height: number;
  /** Names of the two sides. */
  heads: [string, string];
  /** The picture in one sentence. */
  label: string;
  integer: (n: number) => string;
  tip: (flow: Flow) => ReactNode;
  chosen: (flow: Flow) => boolean;
  onChoose: (flow: Flow) => void;
}

const TOP = 28;
const BAR = 11;
const GAP = 13;
const THINNEST = 2;
const link = linkHorizontal<unknown, [number, number]>();

/**
 * From which group to which customers go (a Sankey diagram). A press on a band chooses it; the keyboard does that in the
 * list that stands beside the chart.
 */
export function FlowChart(props: Props) {
  const { groups, flows, width, height, heads, label, integer, tip, chosen, onChoose } = props;
  const [hot, setHot] = useState<FlowBand | null>(null);
  const layout = useMemo(
    () =>
      flowLayout(
        groups.map((g) => g.name),
        flows,
        height - TOP - 4,
        GAP,
      ),
    [groups, flows, height],
  );
  const margin = Math.min(150, Math.round(width * 0.3));
  const [left, right] = [margin, width - margin];
  const color = (name: string) => groups.find((g) => g.name === name)?.color ?? 'var(--ink-3)';
  const someChosen = layout.bands.some(chosen);
  return (
    <div className="flow">
      <svg width={width} height={height} role="img" aria-label={label}>
        <text x={left} y={13} textAnchor="end" className="flow-head">
          {heads[0]}
        </text>
        <text x={right} y={13} className="flow-head">
          {heads[1]}
        </text>
        <g transform={`translate(0,${TOP})`}>
          {layout.bands.map((band) => {
            const moves = band.from !== band.to;
            const d = link({ source: [left + BAR, band.left], target: [right - BAR, band.right] }) ?? '';
            const back = hot ? band !== hot : someChosen && !chosen(band);
            const bandClass = cx('flow-band eased', moves && 'flow-moves', back && 'flow-back');
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list of movements is the keyboard's way
              <path
                key={`${band.from} ${band.to}`}
                className={cx(bandClass, (band === hot || chosen(band)) && 'flow-hot')}
                d={d}
                stroke={moves ? color(band.to) : 'var(--line-strong)'}
                strokeWidth={Math.max(THINNEST, band.width)}
                onPointerEnter={() => setHot(band)}
                onPointerLeave={() => setHot(null)}
                onClick={() => moves && onChoose(band)}
              />
            );
          })}
          <FlowNames
            {...{ groups, layout, left, right, bar: BAR, margin, height: height - TOP - 4, integer }}
          />
        </g>
      </svg>
      {hot && (
        <div className="chart-tip" style={{ left: width / 2, top: TOP + (hot.left + hot.right) / 2 }}>
          {tip(hot)}
        </div>
      )}
    </div>
  );
}
