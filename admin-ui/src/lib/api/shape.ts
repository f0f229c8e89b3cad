import type { components } from './openapi';

type Schemas = components['schemas'];

/**
 * A shape as the server describes it. The server sends every field, which its description does not say; the fields named
 * as the second argument are null when nothing is known.
 */
export type Shape<Name extends keyof Schemas, Nullable extends keyof Schemas[Name] = never> = {
  [Field in keyof Schemas[Name]]-?:
    | NonNullable<Schemas[Name][Field]>
    | (Field extends Nullable ? null : never);
};

/** The same shape with some fields described better than the server does. */
export type With<
  Base,
  Better extends { [Field in keyof Better]: Field extends keyof Base ? unknown : never },
> = Omit<Base, keyof Better> & Better;
