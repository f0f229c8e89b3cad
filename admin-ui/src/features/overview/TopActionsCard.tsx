import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { SegmentTag } from '@/components/SegmentTag';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import type { ActionSummary } from '@/lib/api/types/overview';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import type { SegmentPalette } from '@/lib/segments';
import { useChannelName } from '@/lib/useChannelName';

const FIRST = 8;

interface Props {
  actions: ActionSummary[];
  palette: SegmentPalette;
  decided: number;
}

export function TopActionsCard({ actions, palette, decided }: Props) {
  const { integer, wholeMoney, percent } = useFormats();
  const channelName = useChannelName();
  const [all, setAll] = useState(false);
  const shown = all ? actions : actions.slice(0, FIRST);
  return (
    <Card title="Top actions" sub="First recommendation of each customer in the last whole-base run" flush>
      {actions.length === 0 ? (
        <EmptyState title="No action was recommended">
          Maybe no customer meets the conditions of any action.
        </EmptyState>
      ) : (
        <Table
          label="Actions by customers"
          rows={shown}
          rowKey={(a) => a.id}
          columns={[
            {
              id: 'action',
              header: 'Action',
              cell: (a) => (
                <>
                  {a.name}
                  {a.segmentTop && (
                    <div className="muted">
                      <SegmentTag segment={palette.of(a.segmentTop)} />
                    </div>
                  )}
                </>
              ),
            },
            { id: 'channel', header: 'Channel', cell: (a) => channelName(a.channel) },
            { id: 'customers', header: 'Customers', numeric: true, cell: (a) => integer(a.customers) },
            {
              id: 'share',
              header: 'Share',
              numeric: true,
              cell: (a) => percent(decided ? a.customers / decided : 0, 1),
            },
            {
              id: 'value',
              header: 'Expected value',
              numeric: true,
              cell: (a) => (a.expectedValue === null ? DASH : wholeMoney(a.expectedValue)),
            },
          ]}
        />
      )}
      {actions.length > FIRST && (
        <div className="top-actions-more">
          <Button small kind="ghost" onPress={() => setAll(!all)}>
            {all ? `Show the first ${FIRST}` : `Show all ${actions.length} actions`}
          </Button>
        </div>
      )}
    </Card>
  );
}
