import type { Shape, With } from '../shape';

export type SchemaAttribute = Shape<'Attribute', 'minimum' | 'maximum'>;

export type TransactionColumn = Shape<'TransactionColumnView'>;

export type Schema = With<
  Shape<'SchemaView'>,
  { attributes: SchemaAttribute[]; transactionColumns: TransactionColumn[] }
>;
