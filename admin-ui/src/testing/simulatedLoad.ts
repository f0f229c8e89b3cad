import type { AttributeGroups, SimulationChange, SimulationResult } from '@/lib/api/types/simulations';
import type { Person } from './people';
import { ACTIONS } from './strategy';

const FALLBACK = 'newsletter';

/** What the first actions cost and where they go. */
export function loadOf(all: SimulationChange[]): SimulationResult['load'] {
  const action = (id: string) => ACTIONS.find((a) => a.id === id);
  const cost = (ids: string[]) => ids.reduce((sum, id) => sum + (action(id)?.cost ?? 0), 0);
  const before = all.map((c) => c.actionBefore);
  const after = all.map((c) => c.actionAfter);
  const channels = [...new Set(ACTIONS.map((a) => a.channel))];
  const by = (ids: string[], channel: string) => ids.filter((id) => action(id)?.channel === channel).length;
  return {
    costBefore: cost(before),
    costAfter: cost(after),
    contactedBefore: before.filter((id) => id !== FALLBACK).length,
    contactedAfter: after.filter((id) => id !== FALLBACK).length,
    suppressedBefore: 40,
    suppressedAfter: 55,
    channels: channels.map((channel) => ({
      channel,
      label: channel,
      before: by(before, channel),
      after: by(after, channel),
      isNew: false,
    })),
  };
}

/** How regions fare; the intervals are rough. */
export function groupsOf(people: Person[], all: SimulationChange[]): AttributeGroups[] {
  const regions = [...new Set(people.map((p) => p.region))];
  const groups = regions.map((region) => {
    const mine = all.filter((_, i) => people[i]?.region === region);
    const rate = (contacted: number) => {
      const share = contacted / mine.length;
      return {
        customers: contacted,
        share,
        low: Math.max(0, share - 0.1),
        high: Math.min(1, share + 0.1),
        differs: share > 0.9,
      };
    };
    return {
      group: region,
      customers: mine.length,
      changed: mine.filter((c) => c.actionBefore !== c.actionAfter).length,
      before: rate(mine.filter((c) => c.actionBefore !== FALLBACK).length),
      after: rate(mine.filter((c) => c.actionAfter !== FALLBACK).length),
      valueBefore: 1,
      valueAfter: 2,
    };
  });
  return [{ attribute: 'region', label: 'Region', groups }];
}
