import { z } from 'zod/mini';

/** What the address of the imports holds: which past import is open. */
export const importsSearch = z.object({ id: z.catch(z.optional(z.string()), undefined) });
