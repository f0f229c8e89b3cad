import { Table } from '@/components/Table';
import type { ImportError } from '@/lib/api/types/imports';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

export function ErrorTable({ errors }: { errors: ImportError[] }) {
  const { integer } = useFormats();
  const rows = errors.map((e, i) => ({ ...e, key: `${e.line}-${i}` }));
  return (
    <Table
      label="Refused rows"
      maxHeight={320}
      rows={rows}
      rowKey={(e) => e.key}
      columns={[
        { id: 'line', header: 'Line', cell: (e) => <span className="num">{integer(e.line)}</span> },
        { id: 'column', header: 'Column', cell: (e) => e.column ?? DASH },
        {
          id: 'value',
          header: 'Value',
          cell: (e) => (e.value ? <code className="break">{e.value}</code> : DASH),
        },
        { id: 'reason', header: 'Why', cell: (e) => e.reason },
      ]}
    />
  );
}
