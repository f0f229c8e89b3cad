import { toCsv } from './csv';

it('quotes, commas and line breaks survive', () => {
  expect(toCsv(['a', 'b'], [['x,"y"', 2]])).toBe('a,b\r\n"x,""y""",2');
});

it('text a spreadsheet would run as a formula is defused', () => {
  expect(toCsv(['a'], [['=1+1'], ['@SUM(A1)']])).toBe("a\r\n'=1+1\r\n'@SUM(A1)");
});
