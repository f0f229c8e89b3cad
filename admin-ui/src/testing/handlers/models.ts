import { HttpResponse, http } from 'msw';
import type { ClusterMap } from '@/lib/api/clusterMap';
import type { PinnedIn } from '@/lib/api/modelUse';
import type { Job } from '@/lib/api/types/jobs';
import type { Model, ModelAlias } from '@/lib/api/types/models';
import type { OwnRecipe } from '@/lib/api/types/training';
import { attributionsOf } from '../attributions';
import { type Backend, finishedJob, page } from '../backend';
import { CHURN, CLV, makeModel, RECIPES } from '../models';
import { OWN_RECIPES } from '../recipes';
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

interface TrainingRequest {
  scores: string[];
  settings?: Record<string, Record<string, Record<string, string>>>;
  recipes?: OwnRecipe[];
}

/** Numbers out of their range, as the product refuses them. */
const refusals = (settings: NonNullable<TrainingRequest['settings']>) =>
  RECIPES.flatMap(({ score, adjustable }) =>
    adjustable.flatMap((of) =>
      of.settings.flatMap(({ name, lowest, highest }) => {
        const value = settings[score]?.[of.trainer]?.[name];
        const inside = Number(value) >= (lowest ?? 0) && Number(value) <= (highest ?? 0);
        return value === undefined || lowest === null || inside
          ? []
          : [
              {
                field: `settings.${score}.${of.trainer}.${name}`,
                message: `The setting ${name} is ${value}, expected ${lowest} to ${highest}.`,
              },
            ];
      }),
    ),
  );

function train(backend: Backend, score: string, changed: Record<string, string> = {}) {
  const versions = backend.models.filter((m) => m.name === score);
  for (const m of versions) m.aliases = m.aliases.filter((alias) => alias !== 'CHALLENGER');
  const model = addModel(backend, score, String(versions.length + 1), ['CHALLENGER'], {
    depth: '4',
    trees: '100',
    ...changed,
  });
  const rows = Object.entries(changed).map(([label, value]) => ({
    label,
    figures: [],
    verdict: `${value} instead of the usual`,
  }));
  if (rows.length > 0) {
    const { evidence } = model.card;
    const table = { name: 'changedSettings', title: 'What was set for this training.', rows };
    model.card = { ...model.card, evidence: { ...evidence, tables: [...evidence.tables, table] } };
  }
  return model;
}

const labelOf = (backend: Backend, score: string) =>
  backend.models.find((m) => m.name === score)?.label ?? score;

/** The versions that were registered while it ran, for the scores it was about. */
const madeBy = (backend: Backend, { id, startedAt, finishedAt }: Job) =>
  backend.models
    .filter(
      (m) =>
        backend.trained.get(id)?.includes(m.name) &&
        startedAt !== null &&
        m.createdAt >= startedAt &&
        (finishedAt === null || m.createdAt <= finishedAt),
    )
    .map(({ name, version, hash, createdAt }) => ({ score: name, version, hash, createdAt }));

/** The made-up server has published once, with the champions of then. */
const publicationsOf = (model: Model, { strategy, now, people }: Backend): PinnedIn[] =>
  model.aliases.includes('CHAMPION')
    ? [
        {
          version: strategy.version,
          strategy: strategy.hash,
          publishedAt: strategy.publishedAt,
          publishedBy: strategy.publishedBy,
          reason: 'The rules folder',
          until: null,
          runs: 3,
          lastRun: now,
          customers: people.length,
        },
      ]
    : [];

/** Customers in three heaps. */
function clusterMap(backend: Backend, features: string[]): ClusterMap {
  const cluster = backend.people.map((_, i) => (i % 3) + 1);
  const x = backend.people.map((p, i) => (i % 3) * 2 - 2 + (p.age % 10) / 10);
  const y = backend.people.map((p, i) => ((i % 3) - 1) ** 2 + (p.age % 7) / 7);
  const mean = (values: number[], of: number) => {
    const mine = values.filter((_, i) => cluster[i] === of);
    return mine.reduce((sum, v) => sum + v, 0) / Math.max(1, mine.length);
  };
  return {
    asOf: backend.now,
    customers: backend.people.length,
    axes: [0.62, 0.21].map((explained) => ({
      explained,
      weights: [
        { feature: 'annual_income', weight: 0.71 },
        { feature: 'loyalty_score', weight: -0.5 },
        { feature: 'age', weight: 0.49 },
      ],
    })),
    x,
    y,
    cluster,
    centres: [1, 2, 3].map((of) => ({
      cluster: of,
      x: mean(x, of),
      y: mean(y, of),
      customers: cluster.filter((c) => c === of).length,
    })),
    pairs: features.map((name) => ({ name, values: backend.people.map((p, i) => p.age + (i % 3) * 20) })),
  };
}

export const modelHandlers = (backend: Backend) => [
  http.get('*/api/models', ({ request }) => {
    const { searchParams } = new URL(request.url);
    const asOf = searchParams.get('asOf');
    const archived = searchParams.get('archived') === 'true';
    const score = searchParams.get('score');
    return HttpResponse.json(
      page(
        backend.models
          .filter((m) => !score || m.name === score)
          .filter((m) => !asOf || Date.parse(m.createdAt) <= Date.parse(asOf))
          .filter((m) => archived || m.archived === null)
          .map(({ card: _card, note: _note, inputs: _inputs, ...summary }) => summary),
      ),
    );
  }),
  http.get('*/api/models/:hash', ({ params }) => {
    const model = backend.models.find((m) => m.hash === params.hash);
    return model ? HttpResponse.json(model) : notFound(`model ${params.hash}`);
  }),
  http.get('*/api/models/:hash/cluster-map', ({ request }) =>
    HttpResponse.json(clusterMap(backend, new URL(request.url).searchParams.getAll('features'))),
  ),
  http.get('*/api/models/:hash/publications', ({ params }) => {
    const model = backend.models.find((m) => m.hash === params.hash);
    return model ? HttpResponse.json(page(publicationsOf(model, backend))) : notFound(`model ${params.hash}`);
  }),
  http.get('*/api/models/:hash/pmml', () => HttpResponse.text('<PMML version="4.4"/>')),
  http.get('*/api/models/:hash/attributions', ({ params }) => {
    const model = backend.models.find((m) => m.hash === params.hash);
    return model ? HttpResponse.json(attributionsOf(model, backend)) : notFound(`model ${params.hash}`);
  }),
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
  http.get('*/api/trainings', () =>
    HttpResponse.json(
      page(
        backend.jobs
          .filter((job) => job.kind === 'TRAINING')
          .map((job) => ({
            job,
            scores: backend.trained.get(job.id) ?? [],
            labels: (backend.trained.get(job.id) ?? []).map((score) => labelOf(backend, score)),
            made: madeBy(backend, job),
            reason: 'MANUAL' as const,
            settings: {},
            recipes: [],
            contests: [],
          })),
      ),
    ),
  ),
  http.get('*/api/trainings/recipes', () => HttpResponse.json(OWN_RECIPES)),
  http.post('*/api/trainings', async ({ request }) => {
    const { scores: shipped, settings = {}, recipes = [] } = (await request.json()) as TrainingRequest;
    const scores = [...new Set([...shipped, ...recipes.map((r) => r.score)])];
    const refused = refusals(settings);
    if (refused.length > 0) {
      return HttpResponse.json(
        { status: 400, code: 'INVALID_VALUE', detail: refused[0]?.message, errors: refused },
        { status: 400 },
      );
    }
    const job = finishedJob(backend, 'TRAINING', `Train ${scores.join(', ')}`, scores.length, '/api/models');
    backend.trained.set(job.id, scores);
    if (backend.people.length < 50) {
      job.state = 'FAILED';
      job.error = `Only ${backend.people.length} customers can be learned from, expected 50.\nMaybe import more customers.`;
    } else {
      for (const score of shipped) train(backend, score, settings[score]?.boosting);
      for (const { score, trainer, features, settings: own } of recipes) {
        const model = train(backend, score, own ?? {});
        const inputs = model.card.inputs.filter((i) => features.includes(i.name));
        model.card = { ...model.card, trainer, inputs };
      }
    }
    return HttpResponse.json(job, { status: 202 });
  }),
];
