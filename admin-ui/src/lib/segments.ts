import type { SegmentSummary } from './api/types/overview';

const HUES = 12;

/**
 * The colour of a segment as a CSS value. A colour the strategy names as #rrggbb is kept, and as light as the dark theme needs it;
 * otherwise the segment takes the hue of its place.
 */
export function segmentColor(color: string | null | undefined, place: number): string {
  if (color && /^#[0-9a-f]{6}$/i.test(color)) {
    return `light-dark(${color}, oklch(from ${color} max(l, 0.76) c h))`;
  }
  return `var(--seg-${((place % HUES) + HUES) % HUES})`;
}

export interface NamedColor {
  name: string;
  label: string;
  color: string;
}

/** Label and colour of every segment, found by name. */
export class SegmentPalette {
  private readonly byName: Map<string, NamedColor>;
  readonly all: NamedColor[];

  constructor(segments: Pick<SegmentSummary, 'name' | 'label' | 'color'>[]) {
    this.all = segments.map((s, place) => ({
      name: s.name,
      label: s.label || s.name,
      color: segmentColor(s.color, place),
    }));
    this.byName = new Map(this.all.flatMap((s) => [[s.name, s] as const, [s.label, s] as const]));
  }

  of(name: string): NamedColor {
    return this.byName.get(name) ?? { name, label: name, color: 'var(--ink-3)' };
  }
}
