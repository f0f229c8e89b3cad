import type { DraftDocument } from '@/lib/api/types/drafts';
import { draftContent } from '@/testing/drafts';
import { type Edit, edited } from './edit';
import { merged } from './merge';

const base = draftContent().document;
const after = (...edits: Edit[]): DraftDocument =>
  edits.reduce(edited, { ...draftContent(), document: base }).document;
const label = (id: string, to: string): Edit => ({ do: 'segment.set', id, set: { label: to } });
const ids = (d: DraftDocument) => d.segments.segments.map((s) => s.id);
const found = (d: DraftDocument, id: string) => d.segments.segments.find((s) => s.id === id);

it('what only one side changed is taken, field by field', () => {
  const theirs = after(label('champions', 'Best'), { do: 'holdout.share', share: 0.1 });
  const mine = after(
    { do: 'segment.set', id: 'champions', set: { description: 'Ours' } },
    { do: 'action.set', id: 'bundle', set: { cost: 9 } },
  );
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([]);
  expect(found(document, 'champions')).toMatchObject({ label: 'Best', description: 'Ours' });
  expect(document.holdout.share).toBe(0.1);
  expect(document.actions.actions.find((a) => a.id === 'bundle')?.cost).toBe(9);
});

it('limits of contacts are joined field by field', () => {
  const theirs = after({ do: 'limit.set', id: 'mails', set: { days: 14 } });
  const mine = after(
    { do: 'limit.set', id: 'mails', set: { most: 1 } },
    { do: 'contact.exempt', actions: ['bundle'] },
  );
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([]);
  expect(document.contact).toEqual({
    limits: [{ id: 'mails', most: 1, days: 14, channels: ['email'] }],
    exempt: ['bundle'],
  });
});

it('models are joined score by score, and one that both chose is asked about', () => {
  const choose = (score: string, hash: string): Edit => ({ do: 'model.choose', score, hash });
  const theirs = after(choose('clv', 'B'), choose('churn_risk', 'C'));
  const mine = after(choose('churn_risk', 'D'));
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts.map((c) => [c.place, c.theirs, c.mine])).toEqual([['models/churn_risk', 'C', 'D']]);
  expect(document.models).toEqual({ clv: 'B', churn_risk: 'D' });
});

it('a field both changed is a conflict, and the chosen side wins', () => {
  const theirs = after(label('at_risk', 'Leaving'));
  const mine = after(label('at_risk', 'Nearly gone'));
  const place = 'segments/at_risk/label';
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([{ place, base: 'At risk', theirs: 'Leaving', mine: 'Nearly gone' }]);
  expect(found(document, 'at_risk')?.label).toBe('Nearly gone');
  expect(found(merged(base, theirs, mine, { [place]: 'theirs' }).document, 'at_risk')?.label).toBe('Leaving');
});

it('the same change on both sides is none', () => {
  const both = after(label('at_risk', 'Leaving'));
  expect(merged(base, both, after(label('at_risk', 'Leaving'))).conflicts).toEqual([]);
});

it('segments are found by id, not by where they stand', () => {
  const theirs = after({ do: 'segment.move', id: 'champions', to: 3 });
  const mine = after(label('champions', 'Best'));
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([]);
  expect(ids(document)).toEqual(ids(theirs));
  expect(found(document, 'champions')?.label).toBe('Best');
});

it('two orders are a conflict of the order', () => {
  const theirs = after({ do: 'segment.move', id: 'champions', to: 3 });
  const mine = after({ do: 'segment.move', id: 'loyal', to: 0 });
  const { document, conflicts } = merged(base, theirs, mine, { 'segments/order': 'theirs' });
  expect(conflicts.map((c) => c.place)).toEqual(['segments/order']);
  expect(ids(document)).toEqual(ids(theirs));
});

it('what each side added stays, behind what it stood behind', () => {
  const segment = (id: string) => ({ id, label: id, color: '', description: '', when: { all: [] } });
  const theirs = after({ do: 'segment.add', segment: segment('theirs'), at: 1 });
  const mine = after({ do: 'segment.add', segment: segment('mine'), at: 3 });
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts).toEqual([]);
  expect(ids(document).slice(0, 5)).toEqual(['champions', 'theirs', 'at_risk', 'hibernating', 'mine']);
});

it('deleted here and changed there is a conflict about the whole', () => {
  const theirs = after({ do: 'segment.delete', id: 'loyal' });
  const mine = after(label('loyal', 'Friends'));
  const { document, conflicts } = merged(base, theirs, mine);
  expect(conflicts.map((c) => c.place)).toEqual(['segments/loyal']);
  expect(found(document, 'loyal')?.label).toBe('Friends');
  expect(found(merged(base, theirs, mine, { 'segments/loyal': 'theirs' }).document, 'loyal')).toBeUndefined();
});

it('deleted on one side and left alone on the other is gone', () => {
  const { document } = merged(
    base,
    after({ do: 'action.delete', id: 'bundle' }),
    after(label('loyal', 'Friends')),
  );
  expect(document.actions.actions.map((a) => a.id)).not.toContain('bundle');
  expect(document.engagement.rules.map((r) => r.action)).not.toContain('bundle');
});
