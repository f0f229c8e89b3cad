/** Where a dot of a swarm lies. */
export interface Dot {
  x: number;
  /** From the middle of its row, up or down. */
  y: number;
  rank: number | null;
}

const STEP = 5;

/** Dots beside each other where they would cover each other, as far as the row is high. */
export function swarm(
  points: { amount: number; rank: number | null }[],
  x: (amount: number) => number,
  halfHeight: number,
): Dot[] {
  const taken = new Map<number, number>();
  return points.map(({ amount, rank }) => {
    const at = x(amount);
    const place = Math.round(at / STEP);
    const before = taken.get(place) ?? 0;
    taken.set(place, before + 1);
    const away = Math.ceil(before / 2) * (STEP - 1.5);
    const y = Math.min(away, halfHeight) * (before % 2 === 0 ? 1 : -1);
    return { x: at, y, rank };
  });
}
