import { vi } from 'vitest';
import { ApiError } from '@/lib/api/request';
import type { DraftContent, DraftView } from '@/lib/api/types/drafts';
import { draftContent } from '@/testing/drafts';
import type { Keep, Kept } from './keep';
import { DraftSession } from './session';

const viewOf = (content: DraftContent, revision: number) =>
  ({ id: 'd1', revision, changedAt: '2026-03-03T09:40:12Z', ...content }) as DraftView;

function memory(): Keep & { kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  return {
    kept,
    read: async (key) => kept.get(key) ?? null,
    write: async (key, value) => void kept.set(key, structuredClone(value)),
    forget: async (key) => void kept.delete(key),
  };
}

function open(keep = memory(), kept: Kept | null = null, stored = viewOf(draftContent(), 7)) {
  const save = vi.fn(
    async (content: DraftContent, revision: number, _base: DraftContent | null, _leaving: boolean) =>
      viewOf(content, revision + 1),
  );
  const session = new DraftSession(stored, kept, {
    save,
    onSaved: () => {},
    onKnown: () => {},
    keep,
    key: 'mira/d1',
    now: Date.now,
  });
  return { session, save, keep };
}

const refusal = (status: number) => new ApiError({ title: 'No', status });
const share = (session: DraftSession) => session.snapshot().history.content.document.holdout.share;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a save goes out one second after the last change, on top of the revision it was made from', async () => {
  const { session, save } = open();
  session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(900);
  session.edit({ do: 'holdout.share', share: 0.11 });
  await vi.advanceTimersByTimeAsync(900);
  expect(save).not.toHaveBeenCalled();
  expect(session.snapshot().saving.kind).toBe('waiting');
  await vi.advanceTimersByTimeAsync(200);
  expect(save).toHaveBeenCalledExactlyOnceWith(session.snapshot().history.content, 7, draftContent(), false);
  expect(session.snapshot().saving.kind).toBe('saved');
  expect(session.savedRevision).toBe(8);
});

it('what is typed while a save is out is saved next', async () => {
  const { session, save } = open();
  let arrive = () => {};
  save.mockImplementationOnce(
    (content, revision) =>
      new Promise((resolve) => {
        arrive = () => resolve(viewOf(content, revision + 1));
      }),
  );
  session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(1_100);
  session.edit({ do: 'holdout.share', share: 0.2 });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(save).toHaveBeenCalledTimes(1);
  arrive();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(save).toHaveBeenCalledTimes(2);
  expect(save.mock.lastCall?.[1]).toBe(8);
  expect(save.mock.lastCall?.[0].document.holdout.share).toBe(0.2);
});

it('without an answer it says so, keeps the draft in the browser and tries again', async () => {
  const { session, save, keep } = open();
  save.mockRejectedValueOnce(ApiError.offline());
  session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(session.snapshot().saving.kind).toBe('offline');
  expect(keep.kept.get('mira/d1')).toMatchObject({ unsaved: true, revision: 7 });
  await vi.advanceTimersByTimeAsync(5_100);
  expect(session.snapshot().saving.kind).toBe('saved');
  expect(keep.kept.get('mira/d1')?.unsaved).toBe(false);
});

it('a reload finds the way back, and nothing to take up when all was saved', async () => {
  const { session, keep } = open();
  session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(1_500);
  const kept = (await keep.read('mira/d1')) as Kept;
  const again = open(keep, kept, viewOf(session.snapshot().history.content, 8)).session;
  expect(again.snapshot().offered).toBeNull();
  again.undo();
  expect(share(again)).toBe(0.05);
});

it('once published the browser forgets its copy, unless it holds what came too late', async () => {
  const { session, keep } = open();
  session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(keep.kept.has('mira/d1')).toBe(true);
  const published = { ...viewOf(session.snapshot().history.content, 8), state: 'PUBLISHED' } as DraftView;
  session.adopt(published);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keep.kept.has('mira/d1')).toBe(false);

  const late = open();
  late.save.mockRejectedValue(refusal(409));
  late.session.edit({ do: 'holdout.share', share: 0.2 });
  late.session.adopt(published);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(late.keep.kept.get('mira/d1')?.unsaved).toBe(true);
});

it('what was not saved is offered after a reload, and saved when taken up', async () => {
  const first = open();
  first.save.mockRejectedValue(ApiError.offline());
  first.session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(1_100);
  const kept = (await first.keep.read('mira/d1')) as Kept;
  const again = open(first.keep, kept);
  expect(again.session.snapshot().offered).not.toBeNull();
  expect(share(again.session)).toBe(0.05);
  await again.session.takeUp();
  expect(share(again.session)).toBe(0.1);
  expect(again.save).toHaveBeenCalledOnce();
});

it('somebody else saved in between: it stops and waits for the merge, then saves on top of theirs', async () => {
  const { session, save } = open();
  save.mockRejectedValueOnce(refusal(412));
  session.edit({ do: 'holdout.share', share: 0.1 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(session.snapshot().saving.kind).toBe('outdated');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  await session.resolve({ ...session.snapshot().history.content, name: 'Merged' }, 9);
  expect(save.mock.lastCall?.[1]).toBe(9);
  expect(session.savedRevision).toBe(10);
});

it('leaving the page saves at once', async () => {
  const { session, save } = open();
  session.edit({ do: 'holdout.share', share: 0.1 });
  session.leave();
  expect(save).toHaveBeenCalledExactlyOnceWith(session.snapshot().history.content, 7, draftContent(), true);
});

it('what somebody else saved is shown as long as nothing here is unsaved', () => {
  const { session } = open();
  const theirs = { ...draftContent(), name: 'Theirs' };
  session.edit({ do: 'holdout.share', share: 0.1 });
  session.adopt(viewOf(theirs, 9));
  expect(session.snapshot().history.content.name).toBe('Spring retention');
  const other = open().session;
  other.adopt(viewOf(theirs, 9));
  expect(other.snapshot().history.content.name).toBe('Theirs');
});
