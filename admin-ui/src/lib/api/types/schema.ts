import type { Shape } from '../shape';

export type Schema = Shape<'SchemaView'>;
