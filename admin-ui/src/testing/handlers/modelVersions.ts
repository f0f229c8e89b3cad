import { HttpResponse, http } from 'msw';
import type { ModelNote } from '@/lib/api/modelNotes';
import type { ScoreIntervals } from '@/lib/api/scoreIntervals';
import { type Backend, page } from '../backend';
import { notFound, problem } from './problem';

const INTERVALS: Record<string, ScoreIntervals> = {
  AMOUNT: {
    basis: 'BY_LEVEL',
    percent: 80,
    levels: [{ from: 0, low: -40, high: 90, coverage: 0.802, observed: null }],
  },
  PROBABILITY: {
    basis: 'OBSERVED_SHARE',
    percent: 95,
    levels: [{ from: 0, low: 0.28, high: 0.34, coverage: null, observed: 0.31 }],
  },
};

/** What people keep about a version, and what it says of single customers. */
export const modelVersionHandlers = (backend: Backend) => {
  const notes = new Map<string, ModelNote[]>();
  const find = (hash: unknown) => backend.models.find((m) => m.hash === hash);
  return [
    http.get('*/api/models/:hash/notes', ({ params }) =>
      HttpResponse.json(notes.get(String(params.hash)) ?? []),
    ),
    http.post('*/api/models/:hash/notes', async ({ params, request }) => {
      const model = find(params.hash);
      if (!model) return notFound('model');
      const { text } = (await request.json()) as { text: string };
      const note: ModelNote = { text: text.trim(), at: backend.now, by: 'ana' };
      notes.set(model.hash, [note, ...(notes.get(model.hash) ?? [])]);
      model.note = note.text ? note : null;
      return HttpResponse.json(note, { status: 201 });
    }),
    http.put('*/api/models/:hash/archive', async ({ params, request }) => {
      const model = find(params.hash);
      if (!model) return notFound('model');
      if (model.aliases.length > 0) return problem(409, 'CONFLICT', 'A version in use is not archived.');
      const { archived, reason } = (await request.json()) as { archived: boolean; reason: string };
      model.archived = archived ? { at: backend.now, by: 'ana', reason } : null;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get('*/api/models/:hash/intervals', ({ params }) =>
      HttpResponse.json(
        INTERVALS[find(params.hash)?.kind ?? ''] ?? { basis: 'NONE', percent: 0, levels: [] },
      ),
    ),
    http.get('*/api/models/:hash/decisions', ({ params }) =>
      HttpResponse.json(
        page(
          backend.people.slice(0, 3).map((p) => ({
            customerId: p.id,
            decisionId: `d-${p.id}`,
            asOf: backend.now,
            score: find(params.hash)?.kind === 'PROBABILITY' ? p.churn_risk : p.clv,
            segment: 'Loyal',
            action: 'Thank you',
          })),
        ),
      ),
    ),
  ];
};
