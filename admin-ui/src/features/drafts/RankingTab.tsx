import { Card } from '@/components/Card';
import { NumberField } from '@/components/Fields';
import { Select } from '@/components/Select';
import { Table } from '@/components/Table';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { written } from '@/lib/draft/edit';

/** What ranks actions against each other, the fallback, and the share of customers left untouched. */
export function RankingTab() {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const { channels, actions, fallback } = useDocument((d) => d.actions);
  const holdout = useDocument((d) => d.holdout);
  const arbitration = useLiveStrategy().data?.arbitration.sentence;
  return (
    <div className="two">
      <Card
        title="Channels"
        sub={arbitration ?? 'Actions are ranked by what they are worth on their channel.'}
        flush
      >
        <Table
          label="Channels and their context weights"
          rows={channels}
          rowKey={(c) => c.id}
          columns={[
            { id: 'label', header: 'Channel', cell: (c) => c.label },
            {
              id: 'consent',
              header: 'Consent needed',
              cell: (c) => (c.consent ? <code>{c.consent}</code> : 'none: the customer comes to us'),
            },
            {
              id: 'weight',
              header: 'Context weight',
              cell: (c) => (
                <NumberField
                  label={`Context weight of ${c.label}`}
                  hideLabel
                  className="weight"
                  value={typeof c.weight === 'number' ? c.weight : Number.NaN}
                  onChange={(weight) =>
                    edit({ do: 'channel.set', id: c.id, set: { weight: written(weight) } })
                  }
                  minimum={0}
                  step={0.1}
                  disabled={!editable}
                />
              ),
            },
          ]}
        />
      </Card>
      <div className="stack">
        <Card title="Fallback" sub="Recommended when no other action is left; it needs no consent">
          <Select
            label="Fallback action"
            hideLabel
            value={fallback}
            onChange={(id) => edit({ do: 'action.fallback', id })}
            options={actions.map((a) => ({ id: a.id, label: a.name }))}
            disabled={!editable}
          />
        </Card>
        <Card title="Holdout" sub="Left untouched, always the same customers, to measure lift">
          <NumberField
            label="Share of all customers"
            className="weight"
            value={typeof holdout.share === 'number' ? holdout.share : Number.NaN}
            onChange={(share) => edit({ do: 'holdout.share', share: written(share) })}
            format={{ style: 'percent', maximumFractionDigits: 2 }}
            minimum={0}
            maximum={1}
            disabled={!editable}
          />
        </Card>
      </div>
    </div>
  );
}
