import { applied } from '@/testing/applied';
import { seeded } from '@/testing/random';
import { operationsOf } from './patch';
import { difference, type Json } from './steps';

it('a patch makes of any value what its difference is to another', () => {
  const random = seeded(7);
  const pick = (n: number) => Math.floor(random() * n);
  const value = (depth: number): Json => {
    const kind = pick(depth > 2 ? 3 : 6);
    if (kind === 0) return pick(4);
    if (kind === 1) return `t${pick(4)}`;
    if (kind === 2) return random() < 0.5 ? null : true;
    if (kind < 5) return Array.from({ length: pick(5) }, () => value(depth + 1));
    return Object.fromEntries(['a', 'b/c', 'd~e'].slice(0, pick(4)).map((n) => [n, value(depth + 1)]));
  };
  for (let i = 0; i < 500; i++) {
    const [a, b] = [{ it: value(0) }, { it: value(0) }];
    expect(applied(a, operationsOf(difference(a, b)))).toEqual(b);
  }
});

it('one cell of a large table is one short operation', () => {
  const row = { when: ['-', '>=3'], then: ['high'] };
  const before = { tables: [{ rows: Array.from({ length: 1_000 }, () => row) }] };
  const rows = before.tables[0]?.rows.with(500, { ...row, when: ['-', '>=4'] });
  expect(operationsOf(difference(before, { tables: [{ rows }] }))).toEqual([
    { op: 'replace', path: '/tables/0/rows/500/when/1', value: '>=4' },
  ]);
});
