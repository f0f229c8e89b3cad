import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { EmptyState } from '@/components/States';
import { useModelAttributions } from '@/lib/api/modelAttributions';
import type { ModelAttributions } from '@/lib/api/types/attributions';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { ClusterInfluence } from './ClusterInfluence';
import { DependenceChart } from './DependenceChart';
import { versionName } from './evidence';
import { InfluenceChart } from './InfluenceChart';
import { SwarmChart } from './SwarmChart';
import './influence.css';

/** What drives the scores of our customers: exact shares of single customers, put together. */
export function InfluenceTab({ models }: { models: Model[] }) {
  const model = models[0] as Model;
  const attributions = useModelAttributions(model.hash);
  return (
    <Loaded query={attributions} height={640} label="Working out what drives the scores">
      {(data) => (
        <>
          {models.length > 1 && (
            <Notice>This is {versionName(model).toLowerCase()}; the others are not drawn here.</Notice>
          )}
          {data.because !== null ? (
            <div className="card">
              <EmptyState title="This version cannot be explained">Because {data.because}</EmptyState>
            </div>
          ) : (
            <Influence model={model} data={data} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Influence({ model, data }: { model: Model; data: ModelAttributions }) {
  const { input } = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const { integer, when } = useFormats();
  const chosen = data.inputs.find((i) => i.input === input) ?? data.inputs.find((i) => !i.hidden);
  const drawn =
    data.rows < data.customers
      ? `${integer(data.rows)} of ${integer(data.customers)} customers, drawn by seed ${data.seed}`
      : `All ${integer(data.customers)} customers`;
  return (
    <div className="stack">
      <p className="muted small">
        {drawn}, as of {when(data.asOf)}. {integer(data.explained)} have a score that is explained.
      </p>
      <InfluenceChart model={model} data={data} />
      {data.clusters.length > 0 && <ClusterInfluence data={data} />}
      <SwarmChart model={model} data={data} />
      {chosen && (
        <DependenceChart
          model={model}
          data={data}
          chosen={chosen}
          onChoose={(name) => void navigate({ search: (old) => ({ ...old, input: name }), replace: true })}
        />
      )}
    </div>
  );
}
