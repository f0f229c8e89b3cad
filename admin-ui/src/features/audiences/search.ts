import { z } from 'zod/mini';

/** What the address of the audiences holds: which one is open. */
export const audiencesSearch = z.object({ id: z.catch(z.optional(z.string()), undefined) });

/** What a new audience starts from when another page asked for it. */
export const newAudienceSearch = z.object({
  segment: z.catch(z.optional(z.string()), undefined),
  action: z.catch(z.optional(z.string()), undefined),
});
