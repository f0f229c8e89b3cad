import { HttpResponse, http } from 'msw';
import type { Model, ModelAlias } from '@/lib/api/types/models';
import { type Backend, finishedJob } from '../backend';
import { CHURN, CLV, makeModel, RECIPES } from '../models';
import { notFound, problem } from './problem';

/** Adds a version, the newest of its score first. */
export function addModel(
  backend: Backend,
  score: string,
  version: string,
  aliases: ModelAlias[],
  settings?: Record<string, string>,
): Model {
  const made = score === 'clv' ? CLV : { ...CHURN, score };
  const metrics = made.metrics.map((m) => ({ ...m, value: m.value + 0.02 }));
  const hash = `${backend.next++}e77${version}c0ffee5519`;
  const model = makeModel({ ...made, metrics }, version, hash, backend.now, aliases, settings);
  const place = backend.models.findIndex((m) => m.name === score);
  backend.models.splice(Math.max(0, place), 0, model);
  return model;
}

function train(backend: Backend, score: string) {
  const versions = backend.models.filter((m) => m.name === score);
  for (const m of versions) m.aliases = m.aliases.filter((alias) => alias !== 'CHALLENGER');
  return addModel(backend, score, String(versions.length + 1), ['CHALLENGER'], { depth: '4', trees: '100' });
}

export const modelHandlers = (backend: Backend) => [
  http.get('*/api/models', ({ request }) => {
    const asOf = new URL(request.url).searchParams.get('asOf');
    return HttpResponse.json(
      backend.models.filter((m) => !asOf || Date.parse(m.createdAt) <= Date.parse(asOf)),
    );
  }),
  http.get('*/api/models/:hash/pmml', () => HttpResponse.text('<PMML version="4.4"/>')),
  http.post('*/api/models', ({ request }) => {
    const query = new URL(request.url).searchParams;
    const [score, version] = [query.get('score') ?? '', query.get('version') ?? ''];
    if (!backend.models.some((m) => m.name === score) && !query.has('kind')) {
      return problem(
        400,
        'INVALID_VALUE',
        `Nothing is known of the score ${score}.`,
        'Maybe state its kind: AMOUNT, PROBABILITY or CLUSTER.',
      );
    }
    return HttpResponse.json(addModel(backend, score, version, []), { status: 201 });
  }),
  http.put('*/api/models/:score/aliases/:alias', async ({ params, request }) => {
    const { model } = (await request.json()) as { model: string | null };
    const alias = params.alias as ModelAlias;
    if (model && !backend.models.some((m) => m.hash === model)) return notFound(`model ${model}`);
    for (const m of backend.models.filter((one) => one.name === params.score)) {
      m.aliases = m.aliases.filter((a) => a !== alias);
      if (m.hash === model) m.aliases.push(alias);
    }
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/trainings/recipes', () => HttpResponse.json(RECIPES)),
  http.post('*/api/trainings', async ({ request }) => {
    const { scores } = (await request.json()) as { scores: string[] };
    const job = finishedJob(backend, 'TRAINING', `Train ${scores.join(', ')}`, scores.length, '/api/models');
    if (backend.people.length < 50) {
      job.state = 'FAILED';
      job.error = `Only ${backend.people.length} customers can be learned from, expected 50.\nMaybe import more customers.`;
    } else {
      for (const score of scores) train(backend, score);
    }
    return HttpResponse.json(job, { status: 202 });
  }),
];
