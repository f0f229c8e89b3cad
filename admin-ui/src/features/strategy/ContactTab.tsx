import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

/** How often customers may be contacted, and how many have reached each limit. */
export function ContactTab({ contact }: Pick<LiveStrategy, 'contact'>) {
  const { integer } = useFormats();
  return (
    <div className="stack">
      <Card
        title="Contact limits"
        sub="An action is held back while any limit about it is reached, and free again by itself"
        flush={contact.limits.length > 0}
      >
        {contact.limits.length === 0 ? (
          <p className="muted">Everybody may be contacted at any time.</p>
        ) : (
          <Table
            label="Contact limits"
            rows={contact.limits}
            rowKey={(limit) => limit.id}
            columns={[
              { id: 'sentence', header: 'Limit', cell: (limit) => limit.sentence },
              {
                id: 'customers',
                header: 'Customers who have reached it',
                numeric: true,
                cell: (limit) => (limit.customers === null ? DASH : integer(limit.customers)),
              },
            ]}
          />
        )}
      </Card>
      {contact.exempt.length > 0 && (
        <Card title="Exempt actions" sub="Held back by no limit and counted by none">
          <p>{contact.exempt.join(', ')}</p>
        </Card>
      )}
    </div>
  );
}
