import { z } from 'zod/mini';

export const TABS = [
  'segments',
  'actions',
  'ranking',
  'contact',
  'features',
  'guardrails',
  'limits',
  'history',
] as const;

/** What the address of the strategy holds: the part in sight and the segment or action that is open. */
export const strategySearch = z.object({
  tab: z.catch(z.optional(z.enum(TABS)), undefined),
  rule: z.catch(z.optional(z.string()), undefined),
  /** The publication that is pointed out in the history. */
  version: z.catch(z.optional(z.number()), undefined),
  /** Hash of the version of a model: only publications whose strategy pins it. */
  model: z.catch(z.optional(z.string()), undefined),
  /** Hash of the strategy whose publications are pointed out there. */
  strategy: z.catch(z.optional(z.string()), undefined),
});
