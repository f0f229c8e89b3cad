import { z } from 'zod/mini';

export const SORTS = ['-clv', 'clv', '-churn_risk', 'churn_risk', 'name', '-name', 'id', '-id'] as const;

/** What the address of the desk holds: whom the list shows, in which order, and who is open. */
export const deskSearch = z.object({
  id: z.catch(z.optional(z.string()), undefined),
  search: z.catch(z.optional(z.string()), undefined),
  segment: z.catch(z.optional(z.string()), undefined),
  sort: z.catch(z.optional(z.enum(SORTS)), undefined),
});
