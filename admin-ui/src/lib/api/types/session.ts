import type { Shape } from '../shape';

export type Session = Shape<'SignedIn'>;

export type Role = Session['roles'][number];
