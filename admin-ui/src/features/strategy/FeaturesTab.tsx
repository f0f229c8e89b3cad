import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { Hash } from '@/components/Hash';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { DASH } from '@/lib/format';

/** What is computed from the data, and which models score it. */
export function FeaturesTab({ features, models }: Pick<LiveStrategy, 'features' | 'models'>) {
  return (
    <div className="stack">
      <Card
        title="Features"
        sub="Computed by one definition in training, single decisions and the whole base"
        flush
      >
        {features.length === 0 ? (
          <EmptyState title="The strategy computes no features" />
        ) : (
          <Table
            label="Features in order"
            rows={features}
            rowKey={(f) => f.name}
            columns={[
              { id: 'label', header: 'Feature', cell: (f) => f.label },
              { id: 'sentence', header: 'How it is computed', cell: (f) => f.sentence },
              { id: 'unit', header: 'Unit', cell: (f) => f.unit || DASH },
              { id: 'name', header: 'Name in files', cell: (f) => <code>{f.name}</code> },
            ]}
          />
        )}
      </Card>
      <Card title="Models" sub="Pinned by the hash of their bytes" flush>
        <Table
          label="Models of the strategy"
          rows={models}
          rowKey={(m) => m.name}
          columns={[
            { id: 'label', header: 'Model', cell: (m) => m.label },
            {
              id: 'version',
              header: 'Version',
              cell: (m) => (
                <Link to="/models" search={{ version: m.hash }}>
                  {m.version}
                  <span className="sr"> of {m.label}</span>
                </Link>
              ),
            },
            {
              id: 'hash',
              header: 'Hash',
              cell: (m) => <Hash value={m.hash} label={`hash of ${m.label}`} />,
            },
          ]}
        />
      </Card>
    </div>
  );
}
