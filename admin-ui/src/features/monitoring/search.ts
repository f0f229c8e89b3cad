import { z } from 'zod/mini';

/** What the address of the monitoring holds: the input or score whose distribution is open. */
export const monitoringSearch = z.object({
  subject: z.catch(z.optional(z.string()), undefined),
});
