import { z } from 'zod/mini';

export const TABS = [
  'segments',
  'actions',
  'tables',
  'models',
  'ranking',
  'contact',
  'examples',
  'changes',
  'review',
] as const;

export type Tab = (typeof TABS)[number];

/** What the address of a draft holds: the part in sight, the segment, action or table that is open, and the place in it. */
export const draftSearch = z.object({
  tab: z.catch(z.optional(z.enum(TABS)), undefined),
  rule: z.catch(z.optional(z.string()), undefined),
  at: z.catch(z.optional(z.string()), undefined),
});

/** What the address of the list holds. */
export const draftsSearch = z.object({
  discarded: z.catch(z.optional(z.boolean()), undefined),
});
