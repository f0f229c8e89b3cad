const pick = <T>(uniform: () => number, from: readonly T[]): T =>
  from[Math.floor(uniform() * from.length)] as T;

const ODD = [
  '',
  ' ',
  '"',
  '\\',
  ',',
  '-',
  '..',
  '5',
  'true',
  'West',
  'ä',
  '\t',
  '[1..2]',
  '""',
  'a "b" c',
  '\n',
];

/** A text made of what could be taken for something else. */
export const oddText = (uniform: () => number): string =>
  Array.from({ length: Math.floor(uniform() * 4) }, () => pick(uniform, ODD)).join('');

const number = (uniform: () => number): string =>
  pick(uniform, ['', '+', '-']) +
  pick(uniform, ['0', '18', '007', '1.50', '3.25', '1e3', '2.5E-4', '99999999999999999999']);

/** Some cell in the notation the server accepts, written as freely as it allows. */
export function anyCell(uniform: () => number): string {
  const space = () => pick(uniform, ['', '', ' ', '  ', '\t']);
  const test = () =>
    pick<() => string>(uniform, [
      () => pick(uniform, ['', '<', '<=', '>', '>=']) + space() + number(uniform),
      () =>
        pick(uniform, ['[', '(']) +
        space() +
        number(uniform) +
        space() +
        '..' +
        space() +
        number(uniform) +
        space() +
        pick(uniform, [']', ')']),
      () => `"${oddText(uniform).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
      () => pick(uniform, ['true', 'false']),
    ])();
  if (uniform() < 0.1) return `${space()}-${space()}`;
  return Array.from({ length: 1 + Math.floor(uniform() * 3) }, () => space() + test() + space()).join(',');
}
