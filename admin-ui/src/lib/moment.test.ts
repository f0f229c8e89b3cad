import { instantOf, localMoment } from './moment';

it('what is shown of an instant and sent back is the same instant, to the minute', () => {
  const at = new Date(2026, 11, 1, 6, 5, 42);
  expect(localMoment(at)).toBe('2026-12-01T06:05');
  expect(instantOf(localMoment(at))).toBe(new Date(2026, 11, 1, 6, 5).toISOString());
});

it('no day is no instant', () => {
  expect(instantOf('')).toBeNull();
  expect(instantOf('soon')).toBeNull();
});
