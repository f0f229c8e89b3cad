import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { StateBadge } from '@/components/StateBadge';
import { Table } from '@/components/Table';
import type { ImportRun } from '@/lib/api/types/imports';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';

export function ImportTable({ runs, onOpen }: { runs: ImportRun[]; onOpen: (id: string) => void }) {
  const { integer, when } = useFormats();
  return (
    <Table
      label="Imports, newest first"
      rows={runs}
      rowKey={(r) => r.id}
      columns={[
        {
          id: 'file',
          header: 'File',
          cell: (r) => (
            <>
              <span className="break">{r.fileName ?? 'Plugin'}</span>
              <div className="muted small">
                {humanize(r.table)} {r.dryRun && <Badge>Dry run</Badge>}
              </div>
            </>
          ),
        },
        { id: 'state', header: 'State', cell: (r) => <StateBadge state={r.state} /> },
        { id: 'read', header: 'Rows read', numeric: true, cell: (r) => integer(r.rows.read) },
        { id: 'created', header: 'New', numeric: true, cell: (r) => integer(r.rows.created) },
        { id: 'updated', header: 'Changed', numeric: true, cell: (r) => integer(r.rows.updated) },
        {
          id: 'rejected',
          header: 'Refused',
          numeric: true,
          cell: (r) => (r.rows.rejected ? <b className="refused">{integer(r.rows.rejected)}</b> : integer(0)),
        },
        {
          id: 'at',
          header: 'Started',
          cell: (r) => (
            <>
              <span className="nowrap">{r.startedAt ? when(r.startedAt) : DASH}</span>
              <div className="muted small">{r.startedBy}</div>
            </>
          ),
        },
        {
          id: 'open',
          header: <span className="sr">Details</span>,
          className: 'table-actions',
          cell: (r) => (
            <Button small onPress={() => onOpen(r.id)} aria-label={`Details of ${r.fileName ?? r.id}`}>
              Details
            </Button>
          ),
        },
      ]}
    />
  );
}
