import { Badge } from '@/components/Badge';
import { Hash } from '@/components/Hash';
import { Table } from '@/components/Table';
import type { AuditEvent } from '@/lib/api/types/settings';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';

function detailText(detail: unknown): string {
  if (detail === null || detail === undefined || detail === '') return '';
  return typeof detail === 'string' ? detail : JSON.stringify(detail);
}

export function AuditTable({ events }: { events: AuditEvent[] }) {
  const { dateTime, integer } = useFormats();
  return (
    <Table
      label="Entries, newest first"
      rows={events}
      rowKey={(e) => String(e.sequence)}
      rowHeader="kind"
      columns={[
        { id: 'sequence', header: 'No.', numeric: true, cell: (e) => integer(e.sequence) },
        { id: 'at', header: 'When', cell: (e) => <span className="nowrap">{dateTime(e.at)}</span> },
        { id: 'actor', header: 'Who', cell: (e) => e.actor },
        { id: 'kind', header: 'What', cell: (e) => <Badge>{humanize(e.kind)}</Badge> },
        {
          id: 'subject',
          header: 'On what',
          cell: (e) => (
            <span className="break">
              {e.subject}
              <span className="audit-detail">{detailText(e.detail)}</span>
            </span>
          ),
        },
        {
          id: 'hash',
          header: 'Hash',
          cell: (e) => <Hash value={e.hash} label={`hash of entry ${e.sequence}`} length={8} />,
        },
      ]}
    />
  );
}
