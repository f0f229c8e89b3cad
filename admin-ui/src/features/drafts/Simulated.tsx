import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Excesses } from '@/components/Excesses';
import { Loaded } from '@/components/Loaded';
import { Notice, Refusal } from '@/components/Notice';
import { SimulationHeadline } from '@/components/SimulationHeadline';
import { SimulationProgress } from '@/components/SimulationProgress';
import { EmptyState } from '@/components/States';
import { draftKey } from '@/lib/api/draft';
import { useJob } from '@/lib/api/job';
import { isOver } from '@/lib/api/jobs';
import { useSimulateDraft } from '@/lib/api/simulateDraft';
import { useSimulation } from '@/lib/api/simulation';
import type { DraftSimulation } from '@/lib/api/types/drafts';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { useFormats } from '@/lib/SessionContext';

/** The newest simulation of the draft: its figures, how far it is, or that it is about an earlier state. */
export function Simulated() {
  const { view, session } = useOpenDraft();
  const simulate = useSimulateDraft(view.id);
  const saved = useSnapshot((now) => now.saving.kind === 'saved');
  const { simulation } = view;
  const run = async () => {
    await session.save();
    simulate.mutate();
  };
  const outdated = simulation !== null && (!saved || simulation.strategyHash !== view.strategyHash);
  const over = view.state === 'PUBLISHED' || view.state === 'DISCARDED';
  const again = !over && (
    <Button onPress={() => void run()} isPending={simulate.isPending}>
      <FlaskConical aria-hidden />
      {simulation ? 'Simulate again' : 'Simulate'}
    </Button>
  );
  return (
    <div className="stack-s">
      {!simulation && (
        <EmptyState title="It was not simulated yet" action={again}>
          See who would get another segment or action before anybody does.
        </EmptyState>
      )}
      {outdated && (
        <Notice tone="warn">
          <b>This is about an earlier state of the draft.</b> It was changed since; simulate again before you
          send it.
        </Notice>
      )}
      {simulation?.obstacle && !outdated && <Notice tone="warn">{simulation.obstacle}</Notice>}
      {simulation && <Excesses excesses={simulation.excesses} />}
      {simulation &&
        (simulation.finished ? <Result simulation={simulation} /> : <Running simulation={simulation} />)}
      <Refusal error={simulate.error} />
      {simulation && (simulation.finished || outdated) && <div>{again}</div>}
    </div>
  );
}

function Running({ simulation: { id } }: { simulation: DraftSimulation }) {
  const { view } = useOpenDraft();
  const queries = useQueryClient();
  const state = useJob(id).data?.state;
  const over = state !== undefined && isOver(state);
  // What the draft may do next depends on its simulation.
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: draftKey(view.id) });
  }, [over, queries, view.id]);
  return <SimulationProgress id={id} />;
}

function Result({ simulation: { id, createdAt } }: { simulation: DraftSimulation }) {
  const { when } = useFormats();
  const found = useSimulation(id);
  return (
    <Loaded query={found} height={200} label="Loading the simulation">
      {({ result }) => (
        <>
          {result && <SimulationHeadline result={result} />}
          <p className="small muted">
            Asked for {when(createdAt)}.{' '}
            <Link to="/simulations/$id" params={{ id }}>
              See who moves, and from what to what
            </Link>
          </p>
        </>
      )}
    </Loaded>
  );
}
