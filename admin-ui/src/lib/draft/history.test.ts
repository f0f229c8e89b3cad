import type { ActionRule, DraftContent } from '@/lib/api/types/drafts';
import { draftContent } from '@/testing/drafts';
import { seeded } from '@/testing/random';
import { careTable } from '@/testing/tables';
import { type Edit, edited, openRule } from './edit';
import { acted, type History, newHistory } from './history';
import { backwards, difference, taken } from './steps';
import type { TableEdit } from './tableEdit';

/** Some edit of the content, often of something that is not there any more. */
function anyEdit(uniform: () => number, { document }: DraftContent): Edit {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(uniform() * from.length)] as T;
  const segment = pick(document.segments.segments) ?? { id: 'gone' };
  const action = pick(document.actions.actions) ?? { id: 'gone' };
  const text = `text ${Math.floor(uniform() * 1e6)}`;
  const condition = { all: [{ term: 'clv', operator: 'AT_LEAST' as const, value: uniform() }] };
  return pick<() => Edit>([
    () => ({ do: 'rename', name: text }),
    () => ({ do: 'segment.set', id: segment.id, set: { label: text } }),
    () => ({ do: 'segment.set', id: segment.id, set: { when: condition } }),
    () => ({
      do: 'segment.add',
      at: Math.floor(uniform() * 4),
      segment: { id: text, label: text, color: '', description: '', when: condition },
    }),
    () => ({ do: 'segment.delete', id: segment.id }),
    () => ({ do: 'segment.move', id: segment.id, to: Math.floor(uniform() * 8) - 1 }),
    () => ({ do: 'segment.lastResort', id: segment.id }),
    () => ({ do: 'action.set', id: action.id, set: { cost: uniform() } }),
    () => ({
      do: 'action.add',
      action: { ...(draftContent().document.actions.actions[0] as ActionRule), id: text },
      rule: openRule(text),
    }),
    () => ({ do: 'action.delete', id: action.id }),
    () => ({ do: 'action.fallback', id: action.id }),
    () => ({ do: 'rule.set', action: action.id, stage: 'suitability', condition }),
    () => ({ do: 'rule.add', action: action.id }),
    () => ({ do: 'channel.set', id: 'email', set: { weight: uniform() } }),
    () => ({ do: 'holdout.share', share: uniform() }),
    () => ({ do: 'model.choose', score: pick(['clv', 'churn_risk']), hash: text }),
    () => anyTableEdit(uniform, document),
    () => anyTableEdit(uniform, document),
  ])();
}

/** Some edit of a table, or a new one. */
function anyTableEdit(uniform: () => number, document: DraftContent['document']): TableEdit {
  const upTo = (n: number) => Math.floor(uniform() * n);
  const tables = document.tables ?? [];
  const table = tables[upTo(tables.length)];
  const text = `text ${upTo(1e6)}`;
  if (!table) return { do: 'table.add', table: { ...careTable(), name: text } };
  const { name, rows } = table;
  const edits: (() => TableEdit)[] = [
    () => ({ do: 'table.add', table: { ...careTable(), name: text }, at: upTo(2) }),
    () => ({ do: 'table.delete', name }),
    () => ({ do: 'table.set', name, set: { label: text } }),
    () => ({ do: 'table.set', name, set: { hitPolicy: 'COLLECT', aggregation: 'SUM' } }),
    () => ({ do: 'table.replace', name, table: { ...careTable(), name } }),
    () => ({
      do: 'table.cells',
      name,
      row: upTo(6),
      column: upTo(4),
      cells: [
        [text, undefined],
        [text, null],
      ],
    }),
    () => ({ do: 'table.rows', name, at: upTo(rows.length + 1), out: upTo(2), in: rows.slice(0, upTo(3)) }),
    () => ({ do: 'table.moveRows', name, at: upTo(rows.length), count: 1 + upTo(2), to: upTo(8) - 1 }),
    () => ({ do: 'table.addInput', name, term: text, at: upTo(table.inputs.length + 1) }),
    () => ({ do: 'table.addOutput', name, output: { name: text, label: text } }),
    () => ({ do: 'table.setOutput', name, at: upTo(2), set: { label: text } }),
    () => ({ do: 'table.deleteColumn', name, column: upTo(5) }),
  ];
  return (edits[upTo(edits.length)] as () => TableEdit)();
}

it('any edits, then as many undos, give the start back; redos give the end back', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const uniform = seeded(seed);
    const start = draftContent();
    let history: History = newHistory(start);
    for (let n = 0; n < 60; n++) {
      history = acted(history, {
        edit: anyEdit(uniform, history.content),
        at: n * (uniform() < 0.5 ? 400 : 2_000),
      });
    }
    const end = history.content;
    // What the browser keeps is plain JSON: a reload must not change it.
    history = structuredClone(history);
    while (history.undo.length > 0) history = acted(history, 'undo');
    expect(history.content, `seed ${seed}`).toStrictEqual(start);
    while (history.redo.length > 0) history = acted(history, 'redo');
    expect(history.content, `seed ${seed}`).toStrictEqual(end);
  }
});

it('typing is undone as one, a pause begins a new step', () => {
  const type = (history: History, label: string, at: number) =>
    acted(history, { edit: { do: 'segment.set', id: 'champions', set: { label } }, at });
  let history = newHistory(draftContent());
  history = type(history, 'C', 0);
  history = type(history, 'Ch', 300);
  history = type(history, 'Cha', 600);
  history = type(history, 'Cham', 5_000);
  expect(history.undo).toHaveLength(2);
  const label = (h: History) => h.content.document.segments.segments[0]?.label;
  expect(label(acted(history, 'undo'))).toBe('Cha');
});

it('the last hundred steps can be undone', () => {
  let history = newHistory(draftContent());
  for (let n = 1; n <= 130; n++) {
    history = acted(history, { edit: { do: 'holdout.share', share: n / 1000 }, at: n * 10_000 });
  }
  expect(history.undo).toHaveLength(100);
  for (let n = 0; n < 200; n++) history = acted(history, 'undo');
  expect(history.content.document.holdout.share).toBe(0.03);
});

it('an edit leaves everything it is not about the same object', () => {
  const before = draftContent();
  const after = edited(before, { do: 'segment.set', id: 'at_risk', set: { label: 'Leaving' } });
  expect(after.document.actions).toBe(before.document.actions);
  expect(after.document.segments.segments[0]).toBe(before.document.segments.segments[0]);
});

it('a step of a large document is as small as the change', () => {
  const before = draftContent();
  const after = edited(before, { do: 'segment.move', id: 'champions', to: 1 });
  const steps = difference(before, after);
  expect(steps).toHaveLength(1);
  expect(taken(before, steps)).toStrictEqual(after);
  expect(taken(after, backwards(steps))).toStrictEqual(before);
});
