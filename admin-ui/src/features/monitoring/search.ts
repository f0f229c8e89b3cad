import { z } from 'zod/mini';

/** What the address of the monitoring holds: the input or score whose distribution is open. */
export const monitoringSearch = z.object({
  subject: z.catch(z.optional(z.string()), undefined),
  /** The only verdict that is shown. */
  verdict: z.catch(z.optional(z.enum(['DRIFT', 'WATCH', 'STABLE', 'NOT_ENOUGH_DATA'])), undefined),
});
