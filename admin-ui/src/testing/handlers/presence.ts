import { HttpResponse, http } from 'msw';
import type { Backend } from '../backend';
import { notFound } from './problem';

/** Who has a draft open: nobody leaves the made-up server by being silent. */
export const presenceHandlers = (backend: Backend) => [
  http.put('*/api/drafts/:id/presence', ({ params }) => {
    const draft = backend.drafts.find((d) => d.id === params.id);
    if (!draft) return notFound(`draft ${String(params.id)}`);
    draft.readers ??= new Map();
    const { username = '', displayName = '' } = backend.session ?? {};
    draft.readers.set(username, displayName);
    const others = [...draft.readers].filter(([user]) => user !== username).map(([, name]) => name);
    const lastEvent = draft.events.at(-1)?.number ?? 0;
    return HttpResponse.json({ others: others.toSorted(), revision: draft.revisions.length, lastEvent });
  }),
  http.delete('*/api/drafts/:id/presence', ({ params }) => {
    backend.drafts.find((d) => d.id === params.id)?.readers?.delete(backend.session?.username ?? '');
    return new HttpResponse(null, { status: 204 });
  }),
];
