import type { NamedColor } from '@/lib/segments';
import { type FlowLayout, type FlowNode, spread } from './flowLayout';

interface Props {
  groups: NamedColor[];
  layout: FlowLayout;
  /** Where the bars of the two sides stand. */
  left: number;
  right: number;
  bar: number;
  margin: number;
  height: number;
  integer: (n: number) => string;
}

const LETTER = 7;
/** Between the names of two groups, where there is room for it. */
const LINES = 34;

/** The groups of both sides: bar, name and customers, and at the right how many more or fewer there are. */
export function FlowNames({ groups, layout, left, right, bar, margin, height, integer }: Props) {
  const letters = Math.max(4, Math.floor((margin - 8) / LETTER));
  const short = (text: string) => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text);
  const lines = Math.min(LINES, height / groups.length);
  const places = (nodes: FlowNode[]) =>
    spread(
      nodes.map((n) => n.top + n.height / 2),
      lines,
      lines / 2,
      height - lines / 2,
    );
  const lefts = places(layout.left);
  const rights = places(layout.right);
  return groups.map((g, i) => {
    const before = layout.left[i];
    const after = layout.right[i];
    if (!before || !after) return null;
    const [y, z] = [lefts[i] ?? 0, rights[i] ?? 0];
    const by = after.value - before.value;
    return (
      <g key={g.name}>
        <rect x={left} y={before.top} width={bar} height={Math.max(2, before.height)} rx={3} fill={g.color} />
        <rect
          x={right - bar}
          y={after.top}
          width={bar}
          height={Math.max(2, after.height)}
          rx={3}
          fill={g.color}
        />
        <text x={left - 8} y={y - 2} textAnchor="end" className="flow-name">
          {short(g.label)}
        </text>
        <text x={left - 8} y={y + 13} textAnchor="end" className="flow-count num">
          {integer(before.value)}
        </text>
        <text x={right + 8} y={z - 2} className="flow-name">
          {short(g.label)}
        </text>
        <text x={right + 8} y={z + 13} className="flow-count num">
          {integer(after.value)}
          <tspan className={by > 0 ? 'flow-more' : 'flow-fewer'} dx={5}>
            {by === 0 ? '±0' : `${by > 0 ? '+' : '−'}${integer(Math.abs(by))}`}
          </tspan>
        </text>
      </g>
    );
  });
}
