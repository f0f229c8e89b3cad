import { z } from 'zod/mini';

export const TABS = ['users', 'keys', 'audit', 'plugins'] as const;

export const settingsSearch = z.object({
  tab: z.catch(z.optional(z.enum(TABS)), undefined),
  actor: z.catch(z.optional(z.string()), undefined),
  kind: z.catch(z.optional(z.string()), undefined),
});
