import type { components } from './openapi';

type Schemas = components['schemas'];

/** A shape as the server describes it: every field is there, and says itself when it may be null. */
export type Shape<Name extends keyof Schemas> = Schemas[Name];

/** The same shape with some fields described better than the server does. */
export type With<
  Base,
  Better extends { [Field in keyof Better]: Field extends keyof Base ? unknown : never },
> = Omit<Base, keyof Better> & Better;
