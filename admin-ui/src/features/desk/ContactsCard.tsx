import { Card } from '@/components/Card';
import { ErrorState, Skeleton } from '@/components/States';
import { Table } from '@/components/Table';
import { useCustomerContacts } from '@/lib/api/customerContacts';
import type { Decision } from '@/lib/api/types/decision';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { useChannelName } from '@/lib/useChannelName';

const SOURCES = { API: 'Another system', IMPORT: 'Import', AUDIENCE: 'Audience', DESK: 'Desk' };

/** When the customer was contacted: what the contact policy counts. */
export function ContactsCard({ customer, decision }: { customer: string; decision: Decision | null }) {
  const { date } = useFormats();
  const channelName = useChannelName();
  const { data, error, isPending, refetch } = useCustomerContacts(customer);
  if (isPending) return <Skeleton height={120} label="Loading contacts" />;
  const names = new Map(
    [...(decision?.actions ?? []), ...(decision?.notRecommended ?? [])].map((a) => [a.id, a.name]),
  );
  return (
    <Card title="Contacts" sub="What the contact policy counts, latest first" flush={!!data?.length}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="muted">Nobody has recorded a contact with this customer.</p>
      ) : (
        <Table
          label="Contacts, latest first"
          maxHeight={300}
          rows={data}
          rowKey={(contact) => contact.id}
          columns={[
            { id: 'at', header: 'Date', cell: (c) => <span className="nowrap">{date(c.at)}</span> },
            { id: 'channel', header: 'Channel', cell: (c) => channelName(c.channel) },
            {
              id: 'action',
              header: 'Action',
              cell: (c) => (c.action ? (names.get(c.action) ?? humanize(c.action)) : 'None of ours'),
            },
            { id: 'source', header: 'Recorded by', cell: (c) => SOURCES[c.source] },
          ]}
        />
      )}
    </Card>
  );
}
