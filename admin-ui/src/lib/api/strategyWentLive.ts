import type { QueryClient } from '@tanstack/react-query';
import { jobsKey } from './jobs';
import { modelsKey } from './models';
import { overviewKey } from './overview';
import { simulationsKey } from './simulations';
import { strategyKey } from './strategy';

/** What another live strategy makes untrue: itself, drafts and simulations against it, what models are used as, counts. */
const UNTRUE = [
  strategyKey,
  ['vocabulary'],
  ['draft'],
  ['drafts'],
  simulationsKey,
  ['simulation'],
  modelsKey,
  overviewKey,
  jobsKey,
];

/** Asks again for everything that depends on which strategy is live. */
export const strategyWentLive = (queries: QueryClient) =>
  Promise.all(UNTRUE.map((queryKey) => queries.invalidateQueries({ queryKey })));
