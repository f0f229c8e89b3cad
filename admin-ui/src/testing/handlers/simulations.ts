import { HttpResponse, http } from 'msw';
import type { Shape } from '@/lib/api/shape';
import type {
  Simulation,
  SimulationChange,
  SimulationSummary,
  Transitions,
} from '@/lib/api/types/simulations';
import { type Backend, finishedJob, page } from '../backend';
import { decide, recommendedActions, segmentOf } from '../decide';
import { excessesOf } from '../limits';
import type { Person } from '../people';
import { groupsOf, loadOf } from '../simulatedLoad';
import { ACTIONS, SEGMENTS } from '../strategy';
import { notFound, problem } from './problem';

/** The same customer as another churn model sees them. */
const otherwise = (p: Person): Person => ({ ...p, churn_risk: Math.min(1, p.churn_risk * 0.8 + 0.05) });

function compared(p: Person): SimulationChange {
  const after = otherwise(p);
  const [first, second] = [recommendedActions(p)[0], recommendedActions(after)[0]];
  return {
    customerId: p.id,
    segmentBefore: segmentOf(p).name,
    segmentAfter: segmentOf(after).name,
    actionBefore: first?.id ?? 'newsletter',
    actionAfter: second?.id ?? 'newsletter',
    valueBefore: first?.expectedValue ?? 0,
    valueAfter: second?.expectedValue ?? 0,
  };
}

const changes = (c: SimulationChange) =>
  c.segmentBefore !== c.segmentAfter || c.actionBefore !== c.actionAfter;
const total = (all: SimulationChange[], of: 'valueBefore' | 'valueAfter') =>
  all.reduce((sum, c) => sum + c[of], 0);

function transitions(
  all: SimulationChange[],
  of: (c: SimulationChange) => [string, string],
  groups: Transitions['groups'],
): Transitions {
  const cells = groups.flatMap((from) =>
    groups.map((to) => {
      const mine = all.filter((c) => of(c)[0] === from.name && of(c)[1] === to.name);
      return {
        from: from.name,
        to: to.name,
        customers: mine.length,
        valueBefore: total(mine, 'valueBefore'),
        valueAfter: total(mine, 'valueAfter'),
      };
    }),
  );
  const moved = all.filter((c) => of(c)[0] !== of(c)[1]).length;
  return { groups, cells: cells.filter((c) => c.customers > 0), moved };
}

const unless = (why: string | false) => ({ allowed: !why, why: why || null });

/** A finished simulation of a model on the customers of the backend. */
export function addSimulation(backend: Backend, hash: string): Simulation {
  const model = backend.models.find((m) => m.hash === hash);
  const all = backend.people.map(compared);
  const label = `${model?.label} version ${model?.version}`;
  const job = finishedJob(backend, 'SIMULATION', `Simulate ${label}`, all.length, null);
  job.resultLink = `/api/simulations/${job.id}`;
  const simulation: Simulation = {
    id: job.id,
    label,
    draft: null,
    strategyBefore: backend.strategy.hash,
    strategyAfter: `${hash}aa55`,
    createdAt: backend.now,
    createdBy: 'mira',
    obstacle: null,
    unmetExamples: [],
    excesses: [],
    approvals: [],
    approvalsNeeded: 0,
    mayApprove: unless(false),
    mayPublish: unless(false),
    challengers: model
      ? [
          {
            score: model.name,
            label: model.label,
            version: model.version,
            hash,
            promotion: model.promotion,
            findings: model.card.evidence.findings as Shape<'CardFinding'>[],
          },
        ]
      : [],
    result: {
      asOf: backend.now,
      finishedAt: backend.now,
      customers: all.length,
      changed: all.filter(changes).length,
      valueBefore: total(all, 'valueBefore'),
      valueAfter: total(all, 'valueAfter'),
      segments: transitions(all, (c) => [c.segmentBefore, c.segmentAfter], SEGMENTS),
      actions: transitions(
        all,
        (c) => [c.actionBefore, c.actionAfter],
        ACTIONS.map((a) => ({ name: a.id, label: a.name })),
      ),
      load: loadOf(all),
      groups: groupsOf(backend.people, all),
    },
  };
  const { result } = simulation;
  simulation.excesses = result ? excessesOf(backend.limits, result) : [];
  simulation.approvalsNeeded = simulation.excesses.length > 0 ? 1 : 0;
  backend.simulations.unshift(simulation);
  backend.changes.set(simulation.id, all.filter(changes));
  return simulation;
}

/** What the server tells whoever is signed in that they may do; neither approves what they asked for themselves. */
function seen(backend: Backend, simulation: Simulation): Simulation {
  const { username = '', roles = [] } = backend.session ?? {};
  const stranger =
    !roles.some((role) => role === 'ADMIN' || role === 'APPROVER') &&
    'An approver or administrator decides about it.';
  const approved = simulation.approvals.filter(({ by }) => by !== username);
  return {
    ...simulation,
    mayApprove: unless(
      stranger ||
        (simulation.createdBy === username &&
          'You asked for this simulation, and an approval needs a second person.') ||
        (approved.length < simulation.approvals.length && 'You have approved this simulation already.'),
    ),
    mayPublish: unless(
      stranger ||
        simulation.obstacle ||
        (approved.length < simulation.approvalsNeeded &&
          'It goes beyond a limit and needs the approval of another person first.'),
    ),
  };
}

function summaryOf({ challengers, result, ...whole }: Simulation): SimulationSummary {
  const { id, label, strategyBefore, strategyAfter, createdAt, createdBy, draft, obstacle } = whole;
  const made = { id, label, strategyBefore, strategyAfter, createdAt, createdBy, draft, obstacle };
  const models = challengers.map(({ hash }) => hash);
  if (!result) return { ...made, models, result };
  const { asOf, finishedAt, customers, changed, valueBefore, valueAfter } = result;
  return { ...made, models, result: { asOf, finishedAt, customers, changed, valueBefore, valueAfter } };
}

const FILTERS = ['segmentBefore', 'segmentAfter', 'actionBefore', 'actionAfter'] as const;

function publish(backend: Backend, simulation: Simulation, reason: string) {
  const version = backend.strategy.version + 1;
  const hash = simulation.strategyAfter;
  // Another model, the same rules.
  const rules = backend.documents.get(backend.strategy.hash);
  const publication = { version, publishedAt: backend.now, publishedBy: 'mira' };
  backend.strategy = { hash, shortHash: hash.slice(0, 8), ...publication, challenger: null };
  const model = backend.models.find((m) => hash.startsWith(m.hash));
  if (rules) {
    const models = { ...rules.models, ...(model ? { [model.name]: model.hash } : {}) };
    backend.documents.set(hash, { ...rules, models });
  }
  for (const m of backend.models.filter((one) => one.name === model?.name)) {
    m.aliases = m === model ? ['CHAMPION'] : m.aliases.filter((alias) => alias !== 'CHAMPION');
  }
  for (const s of backend.simulations) {
    s.obstacle = `Version ${version} of the strategy is live by now, and the simulation was made against another one.`;
  }
  return HttpResponse.json({ ...publication, reason });
}

export const simulationHandlers = (backend: Backend) => [
  http.get('*/api/simulations', () => HttpResponse.json(page(backend.simulations.map(summaryOf)))),
  http.post('*/api/simulations', async ({ request }) => {
    const { models } = (await request.json()) as { models: Record<string, string> };
    const [score = ''] = Object.keys(models);
    if (!backend.models.some((m) => m.name === score && m.aliases.includes('CHAMPION'))) {
      return problem(
        400,
        'INVALID_VALUE',
        `The live strategy has no score ${score}.`,
        'Maybe publish one that does.',
      );
    }
    const simulation = addSimulation(backend, Object.values(models)[0] ?? '');
    return HttpResponse.json(
      backend.jobs.find((j) => j.id === simulation.id),
      { status: 202 },
    );
  }),
  http.get('*/api/simulations/:id', ({ params }) => {
    const simulation = backend.simulations.find((s) => s.id === params.id);
    return simulation
      ? HttpResponse.json(seen(backend, simulation))
      : notFound(`simulation ${String(params.id)}`);
  }),
  http.get('*/api/simulations/:id/changes', ({ params, request }) => {
    const query = new URL(request.url).searchParams;
    const found = (backend.changes.get(String(params.id)) ?? []).filter((c) =>
      FILTERS.every((name) => !query.has(name) || query.get(name) === c[name]),
    );
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit') ?? 50);
    const nextCursor = to < found.length ? String(to) : null;
    return HttpResponse.json({ items: found.slice(from, to), nextCursor, total: null });
  }),
  http.get('*/api/simulations/:id/customers/:customer', ({ params }) => {
    const person = backend.people.find((p) => p.id === params.customer);
    return person
      ? HttpResponse.json({
          before: decide(person, backend.now, null),
          after: decide(otherwise(person), backend.now, null),
        })
      : notFound(`customer ${String(params.customer)}`);
  }),
  http.post('*/api/simulations/:id/approval', async ({ params, request }) => {
    const simulation = backend.simulations.find((s) => s.id === params.id);
    const { text } = (await request.json()) as { text: string };
    if (!simulation) return notFound(`simulation ${String(params.id)}`);
    const by = backend.session?.username ?? '';
    if (by === simulation.createdBy) {
      return problem(403, 'NOT_ALLOWED', 'You asked for this simulation.');
    }
    simulation.approvals.push({ by, at: backend.now, text });
    return HttpResponse.json(seen(backend, simulation));
  }),
  http.post('*/api/simulations/:id/publication', async ({ params, request }) => {
    const simulation = backend.simulations.find((s) => s.id === params.id);
    const { reason } = (await request.json()) as { reason: string };
    if (!simulation) return notFound(`simulation ${String(params.id)}`);
    if (simulation.obstacle) return problem(412, 'OUTDATED', simulation.obstacle, 'Maybe simulate again.');
    return publish(backend, simulation, reason);
  }),
];
