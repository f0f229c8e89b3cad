import { z } from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);
const amount = z.catch(z.optional(z.number().check(z.nonnegative())), undefined);
const share = z.catch(z.optional(z.number().check(z.nonnegative(), z.maximum(1))), undefined);

/** What the address of the models holds. */
export const modelsSearch = z.object({
  /** Hash of the version that is open. */
  version: text,
  /** Hashes of the versions it is compared with, with commas between. */
  with: text,
  /** The part of the card that is open. */
  tab: text,
  /** Whether the trainings are shown in place of the versions. */
  runs: z.catch(z.optional(z.boolean()), undefined),
  /** Whether versions that were put away are listed too. */
  archived: z.catch(z.optional(z.boolean()), undefined),
  /** The day the registry is shown as of. */
  asOf: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined),
  /** The input whose influence is looked at. */
  input: text,
  /** The score from which on customers would be contacted. */
  threshold: share,
  /** What one contact costs. */
  contactCost: amount,
  /** What a customer is worth who is kept. */
  keptValue: amount,
  /** The share of those contacted rightly who are kept. */
  keptShare: share,
});

export const MOST_COMPARED = 10;

/** Hashes that an address names beside the open version, as many as can be compared. */
export const comparedHashes = (named: string | undefined, open: string): string[] =>
  [...new Set(named?.split(',') ?? [])]
    .filter((hash) => hash !== '' && hash !== open)
    .slice(0, MOST_COMPARED - 1);

/** The versions an address names beside the open one; an unknown hash is passed over. */
export function comparedWith<T extends { hash: string }>(named: string | undefined, siblings: T[]): T[] {
  const hashes = named?.split(',') ?? [];
  return siblings.filter((m) => hashes.includes(m.hash)).slice(0, MOST_COMPARED - 1);
}
