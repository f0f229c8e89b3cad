import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Hash } from '@/components/Hash';
import { Select } from '@/components/Select';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { Comparison } from './Comparison';
import { cardFacts } from './cardFacts';
import { InputUse } from './InputUse';
import { MetricTable } from './MetricTable';
import { VersionCard } from './VersionCard';

interface Props {
  model: Model;
  /** The other versions of the same score. */
  siblings: Model[];
  readOnly: boolean;
}

const hashOfData = ({ card: { data } }: Model): [string, ReactNode][] =>
  data.hash ? [['Hash of the data', <Hash key="data" value={data.hash} label="hash of the data" />]] : [];

/** All of one version: its card, or the card beside that of another version. */
export function ModelDetail({ model, siblings, readOnly }: Props) {
  const search = useSearch({ from: '/models' });
  const formats = useFormats();
  const navigate = useNavigate({ from: '/models' });
  const other = siblings.find((m) => m.hash === search.with);
  const compare = siblings.length > 0 && (
    <Select
      label="Compare with"
      className="model-compare"
      value={other?.hash ?? 'none'}
      onChange={(hash) =>
        void navigate({
          search: (old) => ({ ...old, version: model.hash, with: hash === 'none' ? undefined : hash }),
          replace: true,
        })
      }
      options={[
        { id: 'none', label: 'Nothing' },
        ...siblings.map((m) => ({
          id: m.hash,
          label: `Version ${m.version}`,
          hint: m.aliases.join(', ').toLowerCase(),
        })),
      ]}
    />
  );
  return (
    <div className="stack">
      <VersionCard model={model} compare={compare} readOnly={readOnly} />
      {other ? (
        <Comparison model={model} other={other} />
      ) : (
        <>
          <Card title="Measures" sub={model.metrics.length > 0 ? 'With their 95% interval' : undefined}>
            <div className="stack-s">
              <MetricTable model={model} />
              {model.card.protocol && <p className="muted small">{model.card.protocol}</p>}
            </div>
          </Card>
          <Card
            title="Inputs"
            sub="Share of what the model explains that is lost when the input is shuffled; over 100% = worse than no model"
          >
            <InputUse inputs={model.card.inputs} />
          </Card>
          <Card title="How it was made">
            <Facts items={[...cardFacts(model.card, formats), ...hashOfData(model)]} />
          </Card>
        </>
      )}
    </div>
  );
}
