import { z } from 'zod/mini';

const number = () => z.catch(z.optional(z.number()), undefined);

/** What the address of the overview holds: the segment that stands out and the rectangle selected in the scatter. */
export const overviewSearch = z.object({
  segment: z.catch(z.optional(z.string()), undefined),
  riskFrom: number(),
  riskTo: number(),
  clvFrom: number(),
  clvTo: number(),
});
