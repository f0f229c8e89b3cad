import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import type { Customer } from '@/lib/api/types/customers';
import { channelName } from '@/lib/channels';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

export function TransactionsCard({ customer }: { customer: Customer }) {
  const { date, exactMoney } = useFormats();
  const rows = customer.transactions.map((t, i) => ({ ...t, key: String(i) }));
  return (
    <Card title="Recent transactions" flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyState title="No transactions are known" />
      ) : (
        <Table
          label="Transactions, newest first"
          maxHeight={340}
          rows={rows}
          rowKey={(t) => t.key}
          columns={[
            { id: 'at', header: 'Date', cell: (t) => <span className="nowrap">{date(t.occurredAt)}</span> },
            { id: 'reference', header: 'Reference', cell: (t) => t.reference ?? DASH, className: 'break' },
            { id: 'channel', header: 'Channel', cell: (t) => channelName(t.channel) },
            { id: 'amount', header: 'Amount', numeric: true, cell: (t) => exactMoney(t.amount) },
          ]}
        />
      )}
    </Card>
  );
}
