/** One of the things that a chart draws over each other. */
export interface Series {
  id: string;
  label: string;
  color: string;
  /** Pattern of its line, so that colour is not the only difference; empty = unbroken. */
  dash: string;
}

const HUES = [1, 4, 0, 2, 6, 3, 7, 9, 8, 10];
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '5 2'];

/** A look for each name; the first ten hues and fifty hue-and-pattern pairs differ. */
export const seriesOf = (names: { id: string; label: string }[]): Series[] =>
  names.map(({ id, label }, i) => ({
    id,
    label,
    color: `var(--seg-${HUES[i % HUES.length]})`,
    dash: DASHES[i % DASHES.length] ?? '',
  }));
