/** Two lists of rows side by side: for each row of the first the index of its other form in the second; -1 = it is gone. */
export type Alignment = number[];

/** Above so many pairs rows are matched by where they stand: the best match would take too long. */
const MOST_PAIRS = 250_000;

/**
 * Finds for each row what became of it. Equal rows at both ends are taken for the same; between them the match that keeps the
 * order and has most in common counts (Needleman and Wunsch 1970), where rows with less than half in common are two.
 *
 * @param likeness of a row of the first and one of the second, from 0 to 1 = equal
 */
export function aligned(
  before: number,
  after: number,
  likeness: (i: number, j: number) => number,
): Alignment {
  const match: Alignment = Array.from({ length: before }, () => -1);
  const shorter = Math.min(before, after);
  let start = 0;
  while (start < shorter && likeness(start, start) === 1) match[start] = start++;
  let end = 0;
  while (end < shorter - start && likeness(before - 1 - end, after - 1 - end) === 1) {
    match[before - 1 - end] = after - 1 - end;
    end++;
  }
  const [rows, columns] = [before - start - end, after - start - end];
  if (rows * columns > MOST_PAIRS) {
    for (let i = 0; i < Math.min(rows, columns); i++) match[start + i] = start + i;
    return match;
  }
  const like = (i: number, j: number) => likeness(start + i, start + j);
  for (const [i, j] of bestPairs(rows, columns, like)) match[start + i] = start + j;
  return match;
}

function bestPairs(rows: number, columns: number, like: (i: number, j: number) => number) {
  const wide = columns + 1;
  const best = new Float64Array((rows + 1) * wide);
  const worth = new Float64Array(rows * columns);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const likeness = like(i, j);
      const pair = likeness >= 0.5 ? likeness + (best[(i + 1) * wide + j + 1] ?? 0) : 0;
      worth[i * columns + j] = pair;
      best[i * wide + j] = Math.max(pair, best[(i + 1) * wide + j] ?? 0, best[i * wide + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const now = best[i * wide + j];
    if (now === 0) break;
    if (now === worth[i * columns + j]) pairs.push([i++, j++]);
    else if (now === best[(i + 1) * wide + j]) i++;
    else j++;
  }
  return pairs;
}
