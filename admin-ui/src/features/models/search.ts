import { z } from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of the models holds. */
export const modelsSearch = z.object({
  /** Hash of the version that is open. */
  version: text,
  /** Hash of the version it is compared with. */
  with: text,
  /** The day the registry is shown as of. */
  asOf: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined),
});
