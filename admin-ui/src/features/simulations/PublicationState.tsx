import { Link } from '@tanstack/react-router';
import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Excesses } from '@/components/Excesses';
import { Notice } from '@/components/Notice';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { Simulation } from '@/lib/api/types/simulations';
import { unprovenOf, whyUnproven } from '@/lib/promotion';
import { useFormats } from '@/lib/SessionContext';
import { PublishDialog } from './PublishDialog';
import { SecondApproval } from './SecondApproval';

/** Whether what was simulated is live, can be published, or why it cannot; and the button that publishes it. */
export function PublicationState({ simulation }: { simulation: Simulation }) {
  const { when } = useFormats();
  const live = useLiveStrategy().data;
  const [asking, setAsking] = useState(false);
  if (live?.hash === simulation.strategyAfter) {
    return (
      <div className="simulation-state">
        <Notice tone="good">
          This is the live strategy: version {live.version}
          {live.publishedAt && `, published ${when(live.publishedAt)}`}
          {live.publishedBy && ` by ${live.publishedBy}`}. <Link to="/strategy">See the strategy</Link>
        </Notice>
      </div>
    );
  }
  if (simulation.obstacle) {
    return (
      <div className="simulation-state">
        <Notice tone="warn">
          <b>It cannot be published.</b> {simulation.obstacle} Simulate again from the{' '}
          <Link to="/models">models</Link>.
        </Notice>
      </div>
    );
  }
  const may = simulation.mayPublish;
  const unproven = unprovenOf(simulation.challengers);
  return (
    <div className="simulation-state">
      {unproven.map((model) => (
        <Notice key={model.hash} tone="warn">
          <b>
            {model.label} version {model.version} {whyUnproven(model)}.
          </b>{' '}
          {model.promotion.text}
        </Notice>
      ))}
      <Notice>
        Nothing of this is live.{' '}
        {may.allowed
          ? 'Publishing makes exactly this strategy the live one and decides for every customer again.'
          : may.why}
      </Notice>
      <Excesses excesses={simulation.excesses} />
      {simulation.approvalsNeeded > 0 && <SecondApproval simulation={simulation} />}
      {may.allowed && (
        <Button kind="primary" onPress={() => setAsking(true)}>
          <Rocket aria-hidden />
          Publish
        </Button>
      )}
      <PublishDialog simulation={simulation} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}
