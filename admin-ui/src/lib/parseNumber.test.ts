import { parseNumber } from './parseNumber';

it('a number is read as far as it is typed, in the notation of the language', () => {
  expect(parseNumber('1,234.5', 'en-US')).toBe(1234.5);
  expect(parseNumber('1.234,5 €', 'de-DE', { style: 'currency', currency: 'EUR' })).toBe(1234.5);
  expect(parseNumber('$12.', 'en-US')).toBe(12);
  expect(parseNumber('7%', 'en-US', { style: 'percent' })).toBe(0.07);
});

it('what is not a number yet is none', () => {
  expect(['', '-', '.', 'abc', '1-2', '1.2.3'].map((text) => parseNumber(text, 'en-US'))).toEqual(
    Array(6).fill(null),
  );
});
