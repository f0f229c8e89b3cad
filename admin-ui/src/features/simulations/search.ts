import { z } from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of a simulation holds: which of the customers who change are listed. */
export const simulationSearch = z.object({
  segmentBefore: text,
  segmentAfter: text,
  actionBefore: text,
  actionAfter: text,
});

/** The two simulations that are compared. */
export const compareSearch = z.object({ first: z.catch(z.string(), ''), second: z.catch(z.string(), '') });
