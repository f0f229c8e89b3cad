import type { Shape, With } from '../shape';

export type Session = With<Shape<'SignedIn'>, { product: Shape<'Product'> }>;

export type Role = Session['roles'][number];
