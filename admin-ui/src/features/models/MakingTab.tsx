import type { ReactNode } from 'react';
import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Hash } from '@/components/Hash';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { cardFacts } from './cardFacts';
import { versionName } from './evidence';
import { useInputLabel } from './useInputLabel';

/** From which data, features and settings it was made, by what, when and by whom. */
export function MakingTab({ models }: { models: Model[] }) {
  const [model] = models;
  if (!model) return null;
  return models.length > 1 ? <MakingCompared models={models} /> : <Making model={model} />;
}

function Making({ model }: { model: Model }) {
  const formats = useFormats();
  const label = useInputLabel();
  const { data, inputs } = model.card;
  const hash: [string, ReactNode][] = data.hash
    ? [['Hash of the data', <Hash key="data" value={data.hash} label="hash of the data" />]]
    : [];
  return (
    <Card title="How it was made" sub="The same data, features, settings and seed give the same file">
      <Facts
        items={[
          ['Registered', `${formats.when(model.createdAt)} by ${model.createdBy}`],
          ...cardFacts(model.card, formats),
          ...hash,
          ['Features read', inputs.map((i) => label(i.name)).join(', ') || 'none named'],
        ]}
      />
    </Card>
  );
}

function MakingCompared({ models }: { models: Model[] }) {
  const formats = useFormats();
  const label = useInputLabel();
  const facts = models.map(
    (m) =>
      new Map<string, string>([
        ['Registered', `${formats.when(m.createdAt)} by ${m.createdBy}`],
        ...cardFacts(m.card, formats),
        ['Hash of the data', m.card.data.hash.slice(0, 12)],
        ['Features read', m.card.inputs.map((i) => label(i.name)).join(', ')],
      ]),
  );
  const names = [...new Set(facts.flatMap((f) => [...f.keys()]))];
  const same = (name: string) => new Set(facts.map((f) => f.get(name))).size === 1;
  return (
    <Card title="Making compared" sub="Data, features and settings of each training" flush>
      <Table
        label="Making of the versions"
        rows={names}
        rowKey={(name) => name}
        columns={[
          { id: 'name', header: 'Name', cell: (name) => name },
          ...models.map((model, i) => ({
            id: model.hash,
            header: versionName(model),
            cell: (name: string) => <span className="break">{facts[i]?.get(name) || DASH}</span>,
          })),
          {
            id: 'same',
            header: <span className="sr">Same or not</span>,
            cell: (name) => (same(name) ? <span className="muted">same</span> : <Badge>differs</Badge>),
          },
        ]}
      />
    </Card>
  );
}
