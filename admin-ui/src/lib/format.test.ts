import { createFormats } from './format';

const f = createFormats('en-US', 'USD', () => new Date(2026, 2, 3, 12));

it('money loses its cents from one hundred up and is compact from a million', () => {
  expect([f.money(12.5), f.money(1234.56), f.money(2_345_678)]).toEqual(['$12.50', '$1,235', '$2.35M']);
});

it('minus zero is shown as zero', () => {
  expect(f.integer(-0)).toBe('0');
});

it('an instant of today is told by its time, one of yesterday by name', () => {
  expect(f.when(new Date(2026, 2, 3, 9, 40).toISOString())).toMatch(/9:40.AM today/);
  expect(f.when(new Date(2026, 2, 2, 9, 40).toISOString())).toMatch(/^yesterday 9:40/);
  expect(f.when(new Date(2025, 2, 2, 9, 40).toISOString())).toContain('2025');
});

it('a day without a time stays that day in every time zone', () => {
  expect(f.date('2026-03-01')).toBe('Mar 1, 2026');
});

it('sizes take the unit that fits', () => {
  expect([f.bytes(512), f.bytes(2048), f.bytes(5 * 1024 ** 2)]).toEqual(['512 B', '2 KiB', '5 MiB']);
});
