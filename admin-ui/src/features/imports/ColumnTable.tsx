import { Select } from '@/components/Select';
import { Table } from '@/components/Table';
import type { DetectedFile } from '@/lib/api/types/imports';
import type { Settings } from './settings';
import type { Target } from './targets';

interface Props {
  detected: DetectedFile;
  targets: Target[];
  mapping: Settings['mapping'];
  onChange: (mapping: Settings['mapping']) => void;
}

const IGNORED = '·ignored·';

/** One row per column of the file: its first values, and what it fills. */
export function ColumnTable({ detected, targets, mapping, onChange }: Props) {
  const rows = detected.headers.map((header, i) => ({
    header,
    values: detected.sampleRows.slice(0, 3).map((row) => row[i] ?? ''),
  }));
  const known = new Set(targets.map((t) => t.name));
  // A name the schema does not list, such as the customer id, stays choosable because the server proposed it.
  const extra = [...new Set(Object.values(detected.mapping))].filter(
    (name) => name !== null && !known.has(name),
  );
  const options = [
    { id: IGNORED, label: 'Leave out' },
    ...extra.map((name) => ({ id: String(name), label: String(name) })),
    ...targets.map((t) => ({ id: t.name, label: t.label, hint: t.required ? 'required' : '' })),
  ];
  return (
    <Table
      label="Columns of the file"
      rows={rows}
      rowKey={(r) => r.header}
      columns={[
        { id: 'header', header: 'Column in the file', cell: (r) => r.header },
        {
          id: 'values',
          header: 'First values',
          cell: (r) => (
            <span className="muted sample-values">{r.values.filter(Boolean).join(' · ') || 'empty'}</span>
          ),
        },
        {
          id: 'target',
          header: 'Fills',
          className: 'column-target',
          cell: (r) => (
            <Select
              label={`Fills: ${r.header}`}
              hideLabel
              value={mapping[r.header] ?? IGNORED}
              options={options}
              onChange={(to) => onChange({ ...mapping, [r.header]: to === IGNORED ? null : to })}
            />
          ),
        },
      ]}
    />
  );
}
