import { HttpResponse, http } from 'msw';
import type { Shadow } from '@/lib/api/shadows';
import type { Model } from '@/lib/api/types/models';
import { type Backend, finishedJob } from '../backend';
import { drift, INCOME } from './monitoring';
import { notFound } from './problem';

/** A shadow whose scores are spread otherwise, and what it would have changed. */
const shadowOf = (model: Model, now: string): Shadow => ({
  score: model.name,
  label: model.label,
  version: model.version,
  hash: model.hash,
  kind: model.kind,
  unit: model.unit,
  watched: model.aliases.includes('SHADOW'),
  underWay: false,
  latest: {
    runId: 'run-2',
    runAsOf: now,
    comparedAt: now,
    champion: 'c4a3',
    championVersion: '1',
    failure: null,
    changes: {
      customers: 238,
      changed: 31,
      valueBefore: 5200,
      valueAfter: 5410,
      segments: {
        groups: [
          { name: 'loyal', label: 'Loyal' },
          { name: 'at_risk', label: 'At risk' },
        ],
        cells: [
          { from: 'loyal', to: 'loyal', customers: 210, valueBefore: 5000, valueAfter: 5000 },
          { from: 'loyal', to: 'at_risk', customers: 28, valueBefore: 200, valueAfter: 410 },
        ],
        moved: 28,
      },
      actions: { groups: [], cells: [], moved: 0 },
    },
    scores: drift(INCOME, 0.16, 0.14, 'WATCH'),
  },
  recent: [
    { runId: 'run-1', runAsOf: now, customers: 238, changed: 24, psi: 0.12 },
    { runId: 'run-2', runAsOf: now, customers: 238, changed: 31, psi: 0.16 },
  ],
  realised: null,
});

export const shadowHandlers = (backend: Backend) => [
  http.get('*/api/shadows', () =>
    HttpResponse.json(
      backend.models.filter((m) => m.aliases.includes('SHADOW')).map((m) => shadowOf(m, backend.now)),
    ),
  ),
  http.get('*/api/shadows/:hash', ({ params }) => {
    const model = backend.models.find((m) => m.hash === params.hash);
    if (!model) return notFound('model');
    const shadow = shadowOf(model, backend.now);
    return HttpResponse.json(shadow.watched ? shadow : { ...shadow, latest: null, recent: [] });
  }),
  http.post('*/api/shadows/:hash/comparisons', () =>
    HttpResponse.json(
      finishedJob(backend, 'SHADOW_COMPARISON', 'Compare with the champion', backend.people.length, null),
      { status: 202 },
    ),
  ),
];
