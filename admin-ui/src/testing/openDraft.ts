import { createBackend, makeSession } from './backend';
import type { StoredDraft } from './draftStore';
import { draftDocument } from './drafts';
import { renderApp } from './renderApp';

let drafts = 0;

/** A backend with one draft of the live strategy, written by mira unless said otherwise. */
export function withDraft(
  change: Partial<StoredDraft> = {},
  settings: Parameters<typeof createBackend>[0] = {},
) {
  const backend = createBackend(settings);
  const { now, strategy } = backend;
  const draft: StoredDraft = {
    // The browser keeps drafts by their id: no two tests share one.
    id: `draft-${++drafts}`,
    name: 'Spring retention',
    state: 'OPEN',
    createdAt: now,
    createdBy: 'mira',
    revisions: [
      { revision: 1, basedOn: strategy.hash, document: draftDocument(), savedAt: now, savedBy: 'mira' },
    ],
    events: [],
    authors: ['mira'],
    simulation: null,
    ...change,
  };
  backend.drafts.push(draft);
  return { backend, draft };
}

/** An approved draft, in sight of an approver who wrote none of it. */
export function withApproved() {
  const setUp = withDraft({
    state: 'APPROVED',
    simulation: { id: 'none', revision: 1 },
    events: [
      {
        number: 1,
        kind: 'APPROVED',
        at: '2026-03-03T09:40:12Z',
        by: 'ana',
        revision: 1,
        strategyHash: null,
        simulation: null,
        place: null,
        text: 'Fine',
      },
    ],
  });
  setUp.backend.session = { ...makeSession(['APPROVER']), username: 'jonas', displayName: 'Jonas Weber' };
  return setUp;
}

export const openDraft = (tab = '', setUp = withDraft()) => ({
  ...setUp,
  ...renderApp(`/drafts/${setUp.draft.id}${tab}`, setUp.backend),
});

/** What was saved last. */
export const newest = (draft: StoredDraft) => draft.revisions.at(-1)?.document;
