import type { Shape } from '../shape';

export type SchemaAttribute = Shape<'Attribute'>;

export type TransactionColumn = Shape<'TransactionColumnView'>;

export type Schema = Shape<'SchemaView'>;
