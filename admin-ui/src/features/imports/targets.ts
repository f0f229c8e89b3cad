import type { ImportTable } from '@/lib/api/types/imports';
import type { Schema } from '@/lib/api/types/schema';

/** Something a column of a file can fill. */
export interface Target {
  name: string;
  label: string;
  required: boolean;
}

/** What is known of every transaction; config.yml only says which headers stand for it. */
const TRANSACTION: Target[] = [
  { name: 'customer', label: 'Customer', required: true },
  { name: 'occurredAt', label: 'Time', required: true },
  { name: 'amount', label: 'Amount', required: true },
  { name: 'channel', label: 'Channel', required: false },
  { name: 'reference', label: 'Reference', required: false },
];

export const targetsOf = (schema: Schema, table: ImportTable): Target[] =>
  table === 'transactions'
    ? TRANSACTION
    : schema.attributes.map(({ name, label, required, role }) => ({
        name,
        label,
        required: required || role === 'IDENTIFIER',
      }));
