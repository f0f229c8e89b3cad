/** One group on one side of a flow chart. */
export interface FlowNode {
  name: string;
  value: number;
  top: number;
  height: number;
}

/** Customers of one group on the left who are in a group on the right: a band between the middles of its two ends. */
export interface FlowBand {
  from: string;
  to: string;
  value: number;
  width: number;
  left: number;
  right: number;
}

export interface Flow {
  from: string;
  to: string;
  value: number;
}

export interface FlowLayout {
  left: FlowNode[];
  right: FlowNode[];
  bands: FlowBand[];
}

interface Side {
  nodes: FlowNode[];
  /** Where the next band of a group begins. */
  next: Map<string, number>;
}

/**
 * Both sides of a Sankey diagram in the same order, and the bands between them. A group takes height in proportion to its
 * customers; its bands are stacked in the order of the groups at their other ends, so that bands of one group do not cross.
 */
export function flowLayout(order: string[], flows: Flow[], height: number, gap: number): FlowLayout {
  const total = flows.reduce((sum, f) => sum + f.value, 0);
  const scale = total > 0 ? Math.max(0, height - gap * (order.length - 1)) / total : 0;
  const side = (end: (f: Flow) => string): Side => {
    let top = 0;
    const nodes = order.map((name) => {
      const value = flows.reduce((sum, f) => (end(f) === name ? sum + f.value : sum), 0);
      const node = { name, value, top, height: value * scale };
      top += node.height + gap;
      return node;
    });
    return { nodes, next: new Map(nodes.map((n) => [n.name, n.top])) };
  };
  const left = side((f) => f.from);
  const right = side((f) => f.to);
  const place = new Map(order.map((name, i) => [name, i]));
  const placeOf = (name: string) => place.get(name) ?? 0;
  const take = ({ next }: Side, name: string, width: number) => {
    const start = next.get(name) ?? 0;
    next.set(name, start + width);
    return start + width / 2;
  };
  const bands = [...flows]
    .sort((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
    .map((f) => ({ ...f, width: f.value * scale, left: 0, right: 0 }));
  for (const band of bands) {
    band.left = take(left, band.from, band.width);
    band.right = take(right, band.to, band.width);
  }
  return { left: left.nodes, right: right.nodes, bands };
}

/** Heights for labels near those wanted, in the same order and far enough apart to be read, within the chart. */
export function spread(wanted: number[], distance: number, top: number, bottom: number): number[] {
  const down: number[] = [];
  for (const y of wanted) down.push(Math.max(y, (down.at(-1) ?? top - distance) + distance));
  const up: number[] = [];
  for (const y of down.reverse()) up.push(Math.min(y, (up.at(-1) ?? bottom + distance) - distance));
  return up.reverse();
}
