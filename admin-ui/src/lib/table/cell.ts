// The notation of decision table cells, as the server reads it: -, >=18, [18..30], 5, "Medium","Low", true. A comma means "or".

export type Sign = '' | '<' | '<=' | '>' | '>=';

/** One test of a cell. */
export type Test =
  | { kind: 'compare'; sign: Sign; number: number }
  /** Whether each end belongs to it. */
  | { kind: 'range'; low: number; high: number; fromLow: boolean; toHigh: boolean }
  | { kind: 'text'; text: string }
  | { kind: 'yesNo'; yes: boolean };

export const ANYTHING = '-';

const SPACE = '[ \\t\\n\\v\\f\\r]*';
const NUMBER = '[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?';
const TEXT = '"((?:[^"\\\\]|\\\\["\\\\])*)"';
const RANGE = `([\\[(])${SPACE}(${NUMBER})${SPACE}\\.\\.${SPACE}(${NUMBER})${SPACE}([\\])])`;
const COMPARISON = `(<=|>=|<|>|)${SPACE}(${NUMBER})`;
const TEST = new RegExp(`${SPACE}(?:${TEXT}|${RANGE}|${COMPARISON}|(true|false))${SPACE}(,|$)`, 'y');

/** What a cell asks, all of them joined by "or"; none = anything; null = it is written in no form that is known. */
export function readTests(cell: string): Test[] | null {
  if (cell.trim() === ANYTHING) return [];
  const tests: Test[] = [];
  TEST.lastIndex = 0;
  for (;;) {
    const found = TEST.exec(cell);
    if (!found) return null;
    tests.push(testOf(found));
    if (found.at(-1) !== ',') return tests;
  }
}

function testOf([, text, open, low, high, close, sign, number, yes]: RegExpExecArray): Test {
  if (text !== undefined) return { kind: 'text', text: text.replaceAll(/\\(.)/g, '$1') };
  if (open !== undefined) {
    return {
      kind: 'range',
      low: numberOf(low),
      high: numberOf(high),
      fromLow: open === '[',
      toHigh: close === ']',
    };
  }
  if (number !== undefined) return { kind: 'compare', sign: (sign ?? '') as Sign, number: numberOf(number) };
  return { kind: 'yesNo', yes: yes === 'true' };
}

/** There is no negative zero, as on the server. */
const numberOf = (text: string | undefined): number => Number(text) + 0;

/** The cell that {@link readTests} reads as these. */
export const writeTests = (tests: readonly Test[]): string => tests.map(writeTest).join(',') || ANYTHING;

function writeTest(test: Test): string {
  switch (test.kind) {
    case 'compare':
      return test.sign + plainNumber(test.number);
    case 'range': {
      const ends = `${plainNumber(test.low)}..${plainNumber(test.high)}`;
      return `${test.fromLow ? '[' : '('}${ends}${test.toHigh ? ']' : ')'}`;
    }
    case 'text':
      return `"${test.text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    case 'yesNo':
      return String(test.yes);
  }
}

/** As the notation has numbers; those of JavaScript are among them. */
const plainNumber = (n: number): string => String(Number.isFinite(n) ? n : 0);
