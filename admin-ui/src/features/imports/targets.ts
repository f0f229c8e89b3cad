import type { ImportTable, Schema } from '@/lib/api/types';
import { humanize } from '@/lib/text';

/** Something a column of a file can fill. */
export interface Target {
  name: string;
  label: string;
  required: boolean;
}

export function targetsOf(schema: Schema, table: ImportTable): Target[] {
  if (table === 'customers') {
    return schema.attributes.map(({ name, label, required }) => ({ name, label, required }));
  }
  return schema.transactionColumns.map((column) =>
    typeof column === 'string'
      ? { name: column, label: humanize(column), required: false }
      : {
          name: column.name,
          label: column.label || humanize(column.name),
          required: column.required ?? false,
        },
  );
}
