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

/** What is known of every contact with a customer. */
const CONTACT: Target[] = [
  { name: 'customer', label: 'Customer', required: true },
  { name: 'contactedAt', label: 'Time', required: true },
  { name: 'channel', label: 'Channel', required: true },
  { name: 'action', label: 'Action', required: true },
  { name: 'contactId', label: 'Id of the contact', required: false },
];

export const targetsOf = (schema: Schema, table: ImportTable): Target[] =>
  table === 'transactions'
    ? TRANSACTION
    : table === 'contacts'
      ? CONTACT
      : schema.attributes.map(({ name, label, required, role }) => ({
          name,
          label,
          required: required || role === 'IDENTIFIER',
        }));
