import { createBackend } from './backend';
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

export const openDraft = (tab = '', setUp = withDraft()) => ({
  ...setUp,
  ...renderApp(`/drafts/${setUp.draft.id}${tab}`, setUp.backend),
});

/** What was saved last. */
export const newest = (draft: StoredDraft) => draft.revisions.at(-1)?.document;
