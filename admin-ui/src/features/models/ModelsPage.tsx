import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Hash } from '@/components/Hash';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState } from '@/components/States';
import { useModels } from '@/lib/api/models';
import type { Model } from '@/lib/api/types';
import { useVocabulary } from '@/lib/api/vocabulary';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { cardFacts } from './cardFacts';
import { MetricTable } from './MetricTable';
import './models.css';

/** What scores the customers: where each model comes from, how well it did, and what to doubt. */
export function ModelsPage() {
  const models = useModels();
  return (
    <>
      <PageHeader title="Models">
        How well each model did when it was measured, against doing nothing clever.
      </PageHeader>
      <Loaded query={models} height={520} label="Loading models">
        {(data) =>
          data.length === 0 ? (
            <div className="card">
              <EmptyState title="No model is live">
                An operator adds one as PMML in the folder of the models.
              </EmptyState>
            </div>
          ) : (
            <div className="model-grid">
              {data.map((model) => (
                <ModelCard key={model.name} model={model} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

/** What the model reads, as the vocabulary calls it. */
function Inputs({ names }: { names: string[] }) {
  const terms = useVocabulary().data?.terms;
  const label = (name: string) => terms?.find((t) => t.name === name)?.label ?? humanize(name);
  return (
    <div className="model-reads">
      <p>Reads {names.length === 1 ? 'one input' : `${names.length} inputs`}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>{label(name)}</li>
        ))}
      </ul>
    </div>
  );
}

function ModelCard({ model }: { model: Model }) {
  const { when } = useFormats();
  const inputs = model.inputs.map((input) =>
    typeof input === 'string' ? input : (input.label ?? input.name),
  );
  const card = model.card ?? {};
  const notices = Array.isArray(card.notices) ? card.notices.map(String) : [];
  const details = cardFacts(card);
  return (
    <Card
      title={model.label}
      sub={`Version ${model.version}${model.trainedAt ? `, trained ${when(model.trainedAt)}` : ''}`}
      end={<Badge tone="accent">{humanize(model.kind)}</Badge>}
    >
      <div className="stack-s">
        {typeof card.description === 'string' && <p>{card.description}</p>}
        <MetricTable model={model} />
        {typeof card.protocol === 'string' && <p className="muted small">{card.protocol}</p>}
        {notices.map((notice) => (
          <Notice key={notice} tone="warn">
            {notice}
          </Notice>
        ))}
        <Facts
          items={[
            ['Hash of the file', <Hash key="hash" value={model.hash} label={`hash of ${model.label}`} />],
            ...(model.unit ? [['Unit', model.unit] as [string, string]] : []),
          ]}
        />
        <Inputs names={inputs} />
        {details.length > 0 && (
          <details className="model-details">
            <summary>Data and settings</summary>
            <Facts items={details} />
          </details>
        )}
      </div>
    </Card>
  );
}
