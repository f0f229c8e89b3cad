import type { Term } from '@/lib/api/types/condition';
import type { Literal } from '@/lib/api/types/tables';
import { anyCell, oddText } from '@/testing/cells';
import { seeded } from '@/testing/random';
import { TERMS } from '@/testing/vocabulary';
import { readTests, writeTests } from './cell';
import { literalText, readLiteral } from './literal';
import { settled } from './settle';
import { fromTsv, toTsv } from './tsv';

const YES_NO = { ...(TERMS[0] as Term), type: 'YES_NO' as const };

it('whatever the server accepts as a cell survives being opened and left, whatever the column is about', () => {
  const uniform = seeded(1);
  for (let n = 0; n < 20_000; n++) {
    const cell = anyCell(uniform);
    expect(readTests(cell), JSON.stringify(cell)).not.toBeNull();
    for (const term of [...TERMS, YES_NO, undefined]) expect(settled(cell, term)).toBe(cell);
  }
});

it('what is read of a cell and written again asks the same', () => {
  const uniform = seeded(2);
  for (let n = 0; n < 5_000; n++) {
    const tests = readTests(anyCell(uniform));
    expect(readTests(writeTests(tests ?? []))).toStrictEqual(tests);
  }
});

it('every value that a row can give is shown so that it is read again as the same', () => {
  const uniform = seeded(3);
  const values: Literal[] = [true, false, 0, -1.5, 1e21, 'yes', 'No', '5', '', ' a', '"a"', 'TRUE', 'a, b'];
  for (let n = 0; n < 2_000; n++)
    values.push(oddText(uniform), (uniform() - 0.5) * 10 ** Math.floor(uniform() * 20));
  for (const value of values) {
    for (const kind of ['text', 'number', 'yesNo'] as const) {
      expect(readLiteral(literalText(value), [], kind), JSON.stringify(value)).toBe(value);
      expect(readLiteral(literalText(value), values, kind)).toBe(value);
    }
  }
  expect(readLiteral('')).toBeNull();
});

it('cells go to a spreadsheet and back unchanged', () => {
  const uniform = seeded(4);
  for (let n = 0; n < 3_000; n++) {
    const columns = 1 + Math.floor(uniform() * 4);
    const rows = Array.from({ length: 1 + Math.floor(uniform() * 4) }, () =>
      Array.from({ length: columns }, () => (uniform() < 0.5 ? anyCell(uniform) : oddText(uniform))),
    );
    expect(fromTsv(`${toTsv(rows)}\r\n`)).toStrictEqual(rows);
  }
});

it('a cell is typed the way people write', () => {
  const [share, money, region] = [TERMS[0], TERMS[1], TERMS.find((t) => t.type === 'TEXT')];
  expect(settled('60%', share)).toBe('0.6');
  expect(settled('≥ 60 %', share)).toBe('>=0.6');
  expect(settled('20% - 50%', share)).toBe('[0.2..0.5]');
  expect(settled('60%', money)).toBe('60%');
  expect(settled('= 5', money)).toBe('5');
  expect(settled('-5 to 5', money)).toBe('[-5..5]');
  expect(settled('west, South', region)).toBe('"West","South"');
  expect(settled('Wst', region)).toBe('"Wst"');
  expect(settled('yes', YES_NO)).toBe('true');
  expect(settled('', region)).toBe('-');
  expect(settled('about half', share)).toBe('about half');
});
