import { Link, useParams } from '@tanstack/react-router';
import { Loaded } from '@/components/Loaded';
import { PageHeader } from '@/components/PageHeader';
import { SimulationProgress } from '@/components/SimulationProgress';
import { ApiError } from '@/lib/api/request';
import { useSimulation } from '@/lib/api/simulation';
import type { Simulation } from '@/lib/api/types/simulations';
import { useFormats } from '@/lib/SessionContext';
import { CompareWith } from './CompareWith';
import { PublicationState } from './PublicationState';
import { SimulationResult } from './SimulationResult';
import './simulations.css';

/** What one simulation found: how many change, from what to what, who they are, and publishing it. */
export function SimulationPage() {
  const { id } = useParams({ from: '/simulations/$id' });
  const simulation = useSimulation(id);
  // One that failed or was cancelled leaves nothing behind but its job, which says why.
  const gone = simulation.error instanceof ApiError && simulation.error.status === 404;
  if (gone) {
    return (
      <>
        <PageHeader title="Simulation" />
        <SimulationProgress id={id} />
      </>
    );
  }
  return (
    <Loaded query={simulation} height={560} label="Loading simulation">
      {(data) => (
        <>
          <Head simulation={data} />
          {data.result ? <SimulationResult id={id} result={data.result} /> : <SimulationProgress id={id} />}
        </>
      )}
    </Loaded>
  );
}

function Head({ simulation }: { simulation: Simulation }) {
  const { when } = useFormats();
  const { result } = simulation;
  return (
    <>
      <p className="simulation-back">
        <Link to="/simulations">All simulations</Link>
      </p>
      <PageHeader title={simulation.label} actions={result && <CompareWith id={simulation.id} />}>
        Asked for {when(simulation.createdAt)} by {simulation.createdBy}
        {result && `, decided as of ${when(result.asOf)}`}.
      </PageHeader>
      {result && <PublicationState simulation={simulation} />}
    </>
  );
}
