import { HttpResponse, http } from 'msw';
import type { DraftContent, DraftEvent, DraftRevision } from '@/lib/api/types/drafts';
import { examplesOf } from '@/lib/draft/examples';
import type { Operation } from '@/lib/draft/patch';
import { unprovenOf } from '@/lib/promotion';
import { applied } from '../applied';
import { asked } from '../asked';
import { type Backend, page } from '../backend';
import { segmentOf } from '../decide';
import { coverageOf, exampleResultsOf, typicalOf } from '../draftExamples';
import { draftProblems, draftView, effectOf, findingsOf, type StoredDraft } from '../draftStore';
import { notFound, problem } from './problem';
import { addSimulation } from './simulations';
import { tableHandlers } from './tables';

const me = (backend: Backend) => backend.session?.username ?? 'nobody';

function newDraft(backend: Backend, name: string, strategy: string | undefined): StoredDraft {
  const hash = strategy ?? backend.strategy.hash;
  const document = backend.documents.get(hash) ?? backend.documents.values().next().value;
  if (!document) throw new Error(`The made-up server has no strategy ${hash}.`);
  const by = me(backend);
  const first: DraftRevision = { revision: 1, basedOn: hash, document, savedAt: backend.now, savedBy: by };
  return {
    id: `d${backend.next++}`,
    name,
    state: 'OPEN',
    createdAt: backend.now,
    createdBy: by,
    revisions: [first],
    events: [],
    authors: [by],
    simulation: null,
  };
}

function note(
  backend: Backend,
  draft: StoredDraft,
  kind: DraftEvent['kind'],
  text = '',
  place?: string,
): undefined {
  draft.events.push({
    number: draft.events.length + 1,
    kind,
    at: backend.now,
    by: me(backend),
    revision: draft.revisions.length,
    strategyHash: null,
    simulation: draft.simulation?.id ?? null,
    place: place ?? null,
    text,
  });
}

export const draftHandlers = (backend: Backend) => {
  const found = (id: unknown) => backend.drafts.find((d) => d.id === id);
  const answer = (draft: StoredDraft, status = 200) => {
    const view = draftView(backend, draft);
    return HttpResponse.json(view, { status, headers: { ETag: `"${view.revision}"` } });
  };
  /** A step of a draft that exists. */
  const step =
    (run: (draft: StoredDraft, body: Record<string, string> & { share?: number }) => Response | undefined) =>
    async ({ params, request }: { params: Record<string, unknown>; request: Request }) => {
      const draft = found(params.id);
      if (!draft) return notFound(`draft ${String(params.id)}`);
      const text = await request.text();
      return run(draft, text ? JSON.parse(text) : {}) ?? answer(draft);
    };
  const saved = (draft: StoredDraft, request: Request, { name, basedOn, document }: DraftContent) => {
    if (request.headers.get('If-Match') !== `"${draft.revisions.length}"`) {
      return problem(412, 'OUTDATED', 'Somebody else saved the draft in between.');
    }
    draft.name = name;
    draft.revisions.push({
      revision: draft.revisions.length + 1,
      basedOn,
      document,
      savedAt: backend.now,
      savedBy: me(backend),
    });
    draft.authors = [...new Set([...draft.authors, me(backend)])];
    if (draft.state !== 'OPEN') note(backend, draft, 'REOPENED');
    draft.state = 'OPEN';
    return answer(draft);
  };
  return [
    http.get('*/api/drafts', ({ request }) => {
      const discarded = new URL(request.url).searchParams.get('discarded') === 'true';
      const shown = backend.drafts.filter((d) => discarded || d.state !== 'DISCARDED');
      return HttpResponse.json(
        page(
          shown.map((d) => ({ ...draftView(backend, d), scheduledFor: d.schedule?.at ?? null })).toReversed(),
        ),
      );
    }),
    http.post('*/api/drafts', async ({ request }) => {
      const { name, strategy } = (await request.json()) as { name: string; strategy?: string };
      const draft = newDraft(backend, name, strategy);
      backend.drafts.push(draft);
      return answer(draft, 201);
    }),
    http.post('*/api/drafts/effect', async ({ request }) => {
      const { document } = await asked(backend, request);
      return HttpResponse.json(effectOf(backend, document));
    }),
    ...tableHandlers(backend),
    http.get(
      '*/api/drafts/:id',
      step((draft) => answer(draft)),
    ),
    http.delete('*/api/drafts/scores/:hash', ({ params }) => {
      backend.scoring = backend.scoring.map((m) =>
        m.hash === params.hash ? { ...m, state: 'CANCELLED' } : m,
      );
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/drafts/scores/:hash', ({ params }) => {
      backend.scoring = backend.scoring.filter((m) => m.hash !== params.hash);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/drafts/drl', async ({ request }) => {
      const { rule } = (await request.json()) as { rule: string };
      return HttpResponse.json({ rule, drl: `rule "${rule}"\nwhen\n    Customer()\nthen\nend\n` });
    }),
    http.post('*/api/drafts/count', async ({ request }) => {
      const { place } = (await request.json()) as { place: string };
      // Which place is asked for shows in the answer.
      return HttpResponse.json({
        asOf: backend.now,
        total: backend.people.length,
        customers: place.length,
        scoring: [],
      });
    }),
    http.post('*/api/drafts/findings', async ({ request }) => {
      const { document } = await asked(backend, request);
      return HttpResponse.json(findingsOf(backend, document));
    }),
    http.post('*/api/drafts/examples', async ({ request }) => {
      const { document } = await asked(backend, request);
      return HttpResponse.json(exampleResultsOf(backend, document));
    }),
    http.post('*/api/drafts/coverage', async ({ request }) => {
      const { document } = await asked(backend, request);
      return HttpResponse.json(coverageOf(backend, document));
    }),
    http.post('*/api/drafts/examples/typical', async ({ request }) => {
      const { document, place } = await asked<{ place: string }>(backend, request);
      return HttpResponse.json({ example: typicalOf(backend, document, place) });
    }),
    http.post('*/api/drafts/:id/examples', async ({ params, request }) => {
      const draft = found(params.id);
      const { customerId, why } = (await request.json()) as { customerId: string; why: string };
      const person = backend.people.find((p) => p.id === customerId);
      const newest = draft?.revisions.at(-1);
      if (!draft || !newest || !person) return notFound(`customer ${customerId}`);
      const example = {
        id: `example_${customerId.toLowerCase().replace('-', '_')}`,
        why,
        asOf: backend.now,
        customer: { attributes: { person: customerId }, purchases: {} },
        expected: { segment: segmentOf(person).name, actions: [], never: [] },
      };
      const document = {
        ...newest.document,
        examples: { examples: [...examplesOf(newest.document), example] },
      };
      draft.revisions.push({ ...newest, revision: newest.revision + 1, document, savedBy: me(backend) });
      return answer(draft, 201);
    }),
    http.put('*/api/drafts/:id', async ({ params, request }) => {
      const draft = found(params.id);
      if (!draft) return notFound(`draft ${String(params.id)}`);
      return saved(draft, request, (await request.json()) as DraftContent);
    }),
    http.patch('*/api/drafts/:id', async ({ params, request }) => {
      const draft = found(params.id);
      const newest = draft?.revisions.at(-1);
      if (!draft || !newest) return notFound(`draft ${String(params.id)}`);
      const { basedOn, document } = newest;
      const patch = (await request.json()) as Operation[];
      return saved(draft, request, applied({ name: draft.name, basedOn, document }, patch));
    }),
    http.get('*/api/drafts/:id/revisions/:number', ({ params }) => {
      const revision = found(params.id)?.revisions[Number(params.number) - 1];
      return revision ? HttpResponse.json(revision) : notFound(`revision ${String(params.number)}`);
    }),
    http.post('*/api/drafts/:id/review/simulation', ({ params }) => {
      const draft = found(params.id);
      if (!draft) return notFound(`draft ${String(params.id)}`);
      const { id } = addSimulation(backend, backend.models[0]?.hash ?? '');
      draft.simulation = { id, revision: draft.revisions.length };
      return HttpResponse.json(
        backend.jobs.find((j) => j.id === id),
        { status: 202 },
      );
    }),
    http.post(
      '*/api/drafts/:id/review/submission',
      step((draft, { text }) => {
        if (draftProblems(draft.revisions.at(-1)?.document).length > 0) {
          return problem(409, 'CONFLICT', 'The draft has problems.');
        }
        draft.state = 'IN_REVIEW';
        note(backend, draft, 'SUBMITTED', text);
      }),
    ),
    http.post(
      '*/api/drafts/:id/review/comments',
      step((draft, { text, place }) => note(backend, draft, 'COMMENTED', text, place)),
    ),
    http.post(
      '*/api/drafts/:id/review/refusal',
      step((draft, { text }) => {
        draft.state = 'OPEN';
        note(backend, draft, 'CHANGES_ASKED', text);
      }),
    ),
    http.post(
      '*/api/drafts/:id/review/approval',
      step((draft, { text }) => {
        if (draft.authors.includes(me(backend))) {
          return problem(403, 'NOT_ALLOWED', 'An author may not approve the draft.');
        }
        note(backend, draft, 'APPROVED', text);
        const { approvals, approvalsNeeded } = draftView(backend, draft);
        if (approvals.length >= approvalsNeeded) draft.state = 'APPROVED';
      }),
    ),
    http.post(
      '*/api/drafts/:id/review/publication',
      step((draft, { reason = '', share, overrideReason }) => {
        const view = draftView(backend, draft);
        if (unprovenOf(view.models).length > 0 && !overrideReason) {
          return problem(409, 'CONFLICT', 'A model has not won against the champion.');
        }
        const hash = view.strategyHash ?? '';
        backend.documents.set(hash, view.document);
        const publication = {
          version: backend.strategy.version + 1,
          publishedAt: backend.now,
          publishedBy: me(backend),
        };
        backend.strategy =
          share === undefined
            ? { hash, shortHash: hash.slice(0, 8), ...publication, challenger: null }
            : {
                ...backend.strategy,
                ...publication,
                challenger: { strategy: { value: hash }, share, salt: 'from version 2' },
              };
        draft.state = 'PUBLISHED';
        note(backend, draft, 'PUBLISHED', reason);
        return HttpResponse.json({ ...publication, reason });
      }),
    ),
    http.post(
      '*/api/drafts/:id/review/schedule',
      step((draft, { at = '', reason = '', share, overrideReason }) => {
        if (Date.parse(at) <= Date.now()) {
          return problem(400, 'INVALID_VALUE', 'That time has passed.', 'Maybe choose a later one.');
        }
        draft.state = 'SCHEDULED';
        draft.schedule = {
          at,
          share: share ?? null,
          reason,
          overrideReason: overrideReason ?? null,
          by: me(backend),
          scheduledAt: backend.now,
          simulation: null,
        };
        note(backend, draft, 'SCHEDULED', reason);
      }),
    ),
    http.delete(
      '*/api/drafts/:id/review/schedule',
      step((draft) => {
        draft.state = 'APPROVED';
        draft.schedule = null;
        note(backend, draft, 'UNSCHEDULED');
      }),
    ),
    http.delete(
      '*/api/drafts/:id',
      step((draft) => {
        draft.state = 'DISCARDED';
        note(backend, draft, 'DISCARDED');
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.post(
      '*/api/drafts/:id/restoration',
      step((draft) => {
        draft.state = 'OPEN';
        note(backend, draft, 'RESTORED');
      }),
    ),
  ];
};
