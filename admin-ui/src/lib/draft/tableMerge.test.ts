import type { DraftDocument } from '@/lib/api/types/drafts';
import type { TableRow } from '@/lib/api/types/tables';
import { draftContent } from '@/testing/drafts';
import { seeded } from '@/testing/random';
import { careTable } from '@/testing/tables';
import { type Edit, edited } from './edit';
import { merged } from './merge';
import type { TableEdit } from './tableEdit';

const base: DraftDocument = { ...draftContent().document, tables: [careTable()] };
const after = (...edits: Edit[]): DraftDocument =>
  edits.reduce(edited, { ...draftContent(), document: base }).document;
const table = (d: DraftDocument) => d.tables?.find((t) => t.name === 'care');
const write = (row: number, column: number, cell: string): Edit => ({
  do: 'table.cells',
  name: 'care',
  row,
  column,
  cells: [[cell]],
});
const insert = (at: number, ...rows: TableRow[]): Edit => ({
  do: 'table.rows',
  name: 'care',
  at,
  out: 0,
  in: rows,
});
const remove = (at: number, out = 1): Edit => ({ do: 'table.rows', name: 'care', at, out, in: [] });
const rows = (d: DraftDocument) => table(d)?.rows.map(({ when, then }) => [...when, ...then].join(' '));

const NEW: TableRow = { when: ['<0.1', '"North"'], then: ['low'] };
const OTHER: TableRow = { when: ['<0.2', '"South"'], then: ['middle'] };

it('two cells of one row are both taken', () => {
  const { document, conflicts } = merged(base, after(write(1, 0, '>=0.5')), after(write(1, 2, 'high')));
  expect(conflicts).toEqual([]);
  expect(table(document)?.rows[1]).toEqual({ when: ['>=0.5', '"West","South"'], then: ['high'] });
});

it('the same cell is asked, and named by its place', () => {
  const theirs = after(write(1, 0, '>=0.5'));
  const mine = after(write(1, 0, '>=0.6'));
  const place = 'tables/care/rows/1/when/0';
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([{ place, base: '[0.4..0.7)', theirs: '>=0.5', mine: '>=0.6' }]);
  expect(table(document)?.rows[1]?.when[0]).toBe('>=0.6');
  expect(table(merged(base, theirs, mine, { [place]: 'theirs' }).document)?.rows[1]?.when[0]).toBe('>=0.5');
});

it('rows added on both sides stay, where they were put; a cell below them is still found', () => {
  const theirs = after(insert(1, NEW), write(4, 2, 'middle'));
  const mine = after(insert(0, OTHER), write(2, 0, '>=0.3'));
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([]);
  expect(rows(document)).toEqual([
    '<0.2 "South" middle',
    '>=0.7 - high',
    '<0.1 "North" low',
    '>=0.3 "West","South" middle',
    '>=0.9 "North" low',
    '- "East" middle',
  ]);
});

it('a row deleted here and left alone there is gone; changed there, it is asked', () => {
  expect(rows(merged(base, after(remove(2)), after(write(0, 0, '>=0.8'))).document)).toHaveLength(3);
  const { conflicts } = merged(base, after(remove(2)), after(write(2, 0, '>=0.8')));
  expect(conflicts.map((c) => c.place)).toEqual(['tables/care/rows/2']);
});

it('a column added here meets a row added and a column removed there', () => {
  const theirs = after({ do: 'table.addInput', name: 'care', term: 'clv', at: 1 }, write(0, 1, '>500'));
  const mine = after(insert(4, NEW), { do: 'table.deleteColumn', name: 'care', column: 1 });
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([]);
  expect(table(document)?.inputs).toEqual(['churn_risk', 'clv']);
  expect(table(document)?.rows[0]).toEqual({ when: ['>=0.7', '>500'], then: ['high'] });
  expect(table(document)?.rows[4]).toEqual({ when: ['<0.1', '-'], then: ['low'] });
});

it('a table that only one side has is kept', () => {
  const other = { ...careTable(), name: 'other' };
  const { document } = merged(base, after({ do: 'table.add', table: other }), after(write(0, 0, '>=0.8')));
  expect(document.tables?.map((t) => t.name)).toEqual(['care', 'other']);
});

it('whatever one side did, with the other as it was nothing is asked and all of it is taken', () => {
  const uniform = seeded(7);
  const upTo = (n: number) => Math.floor(uniform() * n);
  const anyEdit = (document: DraftDocument): TableEdit => {
    const name = 'care';
    const copies = (table(document)?.rows ?? []).slice(0, upTo(3));
    const edits: TableEdit[] = [
      { do: 'table.cells', name, row: upTo(5), column: upTo(3), cells: [[`>=${upTo(9)}`]] },
      { do: 'table.rows', name, at: upTo(5), out: upTo(3), in: copies },
      { do: 'table.moveRows', name, at: upTo(4), count: 1 + upTo(2), to: upTo(4) },
      { do: 'table.addInput', name, term: `term_${upTo(3)}`, at: upTo(2) },
      { do: 'table.addOutput', name, output: { name: `out_${upTo(3)}`, label: 'Out' } },
      { do: 'table.deleteColumn', name, column: upTo(4) },
      { do: 'table.set', name, set: { label: `label ${upTo(9)}` } },
    ];
    return edits[upTo(edits.length)] as TableEdit;
  };
  for (let n = 0; n < 400; n++) {
    let changed = base;
    for (let edits = 1 + upTo(6); edits > 0; edits--) {
      changed = edited({ ...draftContent(), document: changed }, anyEdit(changed)).document;
    }
    for (const result of [
      merged(base, changed, base),
      merged(base, base, changed),
      merged(base, changed, changed),
    ]) {
      expect(result.conflicts, `try ${n}`).toEqual([]);
      expect(result.document.tables, `try ${n}`).toEqual(changed.tables);
    }
  }
});
