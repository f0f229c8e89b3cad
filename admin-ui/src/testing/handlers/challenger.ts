import { HttpResponse, http } from 'msw';
import type { ArmFigures, Challenger } from '@/lib/api/types/strategy';
import type { Backend } from '../backend';
import { recommendedActions, segmentOf } from '../decide';
import type { Person } from '../people';
import { ACTIONS, SEGMENTS } from '../strategy';
import { notFound, problem } from './problem';

/** Every so many people are the challenger's. */
const isTried = (i: number, share: number) => (i * 7919) % 1000 < share * 1000;

function figures(people: Person[], all: number, value: number): ArmFigures {
  const share = (n: number) => (people.length ? n / people.length : 0);
  const first = people.map((p) => recommendedActions(p)[0]?.id ?? 'newsletter');
  const reached = first.filter((id) => id !== 'newsletter').length;
  return {
    customers: people.length,
    share: people.length / all,
    segments: SEGMENTS.map(({ name, label }) => {
      const customers = people.filter((p) => segmentOf(p).name === name).length;
      return { id: name, label, customers, share: share(customers) };
    }),
    actions: ACTIONS.map(({ id, name }) => {
      const customers = first.filter((a) => a === id).length;
      return { id, label: name, customers, share: share(customers) };
    }),
    reached,
    reachedShare: share(reached),
    expectedValue: { mean: value, low: value - 0.5, high: value + 0.5 },
  };
}

export function challengerView({ people, strategy, now, compared }: Backend): Challenger | null {
  const { challenger, hash, shortHash: _, ...publication } = strategy;
  if (!challenger) return null;
  const tried = people.filter((_, i) => isTried(i, challenger.share));
  const others = people.filter((_, i) => !isTried(i, challenger.share));
  return {
    version: publication.version,
    champion: hash,
    challenger: challenger.strategy.value,
    share: challenger.share,
    since: { ...publication, strategy: { value: hash }, challenger, reason: 'Spring trial' },
    comparison: compared
      ? {
          asOf: now,
          champion: figures(others, people.length, 12),
          challenger: figures(tried, people.length, 13.4),
          difference: { mean: 1.4, low: 0.7, high: 2.1 },
          sampleRatio: {
            expected: people.length * challenger.share,
            chiSquare: 0.2,
            p: 0.65,
            off: false,
            text: 'As many customers as the share would give.',
          },
          otherwise: Math.ceil(tried.length / 2),
          otherSegment: Math.ceil(tried.length / 3),
          otherAction: Math.ceil(tried.length / 2),
        }
      : null,
  };
}

export const challengerHandlers = (backend: Backend) => {
  const next = (challenger: Backend['strategy']['challenger'], hash = backend.strategy.hash) => {
    const version = backend.strategy.version + 1;
    backend.strategy = { ...backend.strategy, hash, shortHash: hash.slice(0, 8), version, challenger };
    return HttpResponse.json({ ...backend.strategy, strategy: { value: hash }, reason: '' });
  };
  const isOutdated = (expectedVersion: number) => expectedVersion !== backend.strategy.version;
  return [
    http.get('*/api/strategies/live/challenger', () => {
      const view = challengerView(backend);
      return view ? HttpResponse.json(view) : notFound('challenger');
    }),
    http.put('*/api/strategies/live/challenger/share', async ({ request }) => {
      const { share, expectedVersion } = (await request.json()) as { share: number; expectedVersion: number };
      const { challenger } = backend.strategy;
      if (!challenger || isOutdated(expectedVersion))
        return problem(412, 'OUTDATED', 'Another version is live.');
      return next({ ...challenger, share });
    }),
    http.post('*/api/strategies/live/challenger/end', async ({ request }) => {
      const { kept, expectedVersion } = (await request.json()) as { kept: string; expectedVersion: number };
      const { challenger } = backend.strategy;
      if (!challenger || isOutdated(expectedVersion))
        return problem(412, 'OUTDATED', 'Another version is live.');
      return next(null, kept === 'CHALLENGER' ? challenger.strategy.value : backend.strategy.hash);
    }),
  ];
};
