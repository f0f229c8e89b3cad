import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Hash } from '@/components/Hash';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH, plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useNamedText } from '@/lib/useNamedText';
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
  const named = useNamedText();
  const { data, inputs } = model.card;
  const hash: [string, ReactNode][] = data.hash
    ? [['Hash of the data', <Hash key="data" value={data.hash} label="hash of the data" />]]
    : [];
  return (
    <Card title="How it was made" sub="The same data, features, settings and seed give the same file">
      <Facts
        items={[
          ['Registered', `${formats.when(model.createdAt)} by ${model.createdBy}`],
          ...cardFacts(model.card, formats, named),
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
  const named = useNamedText();
  const facts = models.map(
    (m) =>
      new Map<string, string>([
        ['Registered', `${formats.when(m.createdAt)} by ${m.createdBy}`],
        ...cardFacts(m.card, formats, named),
        ['Hash of the data', m.card.data.hash.slice(0, 12)],
        ['Features read', m.card.inputs.map((i) => label(i.name)).join(', ')],
      ]),
  );
  const names = [...new Set(facts.flatMap((f) => [...f.keys()]))];
  const same = names.filter((name) => new Set(facts.map((f) => f.get(name))).size === 1);
  const differing = names.filter((name) => !same.includes(name));
  return (
    <Card
      title="Making compared"
      sub={`Data, features and settings of each training: ${differing.length} of ${names.length} differ`}
      flush
    >
      <Table
        label="Making of the versions"
        stickyHeader
        rows={differing}
        rowKey={(name) => name}
        columns={[
          { id: 'name', header: 'What differs', className: 'model-row-name', cell: (name) => name },
          ...models.map((model, i) => ({
            id: model.hash,
            header: versionName(model),
            className: 'model-making',
            cell: (name: string) => <Long text={facts[i]?.get(name) || DASH} />,
          })),
        ]}
      />
      {same.length > 0 && (
        <details className="model-details model-same">
          <summary>
            The same in all: {same.length} {plural(same.length, 'line')}
          </summary>
          <Facts items={same.map((name) => [name, facts[0]?.get(name) || DASH])} />
        </details>
      )}
    </Card>
  );
}

const LONG = 90;

/** A text in a narrow column; one that would make the row tall is folded. */
function Long({ text }: { text: string }) {
  if (text.length <= LONG) return <span className="break">{text}</span>;
  return (
    <details className="model-long">
      <summary>{text.slice(0, text.lastIndexOf(' ', LONG - 20))} …</summary>
      <span className="break">{text}</span>
    </details>
  );
}
