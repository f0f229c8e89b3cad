import { Link } from '@tanstack/react-router';
import { Dialog } from '@/components/Dialog';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { SegmentTag } from '@/components/SegmentTag';
import { TraceRules } from '@/components/trace/TraceRules';
import { useSimulationCustomer } from '@/lib/api/simulationCustomer';
import type { Decision } from '@/lib/api/types/decision';
import type { SimulationChange } from '@/lib/api/types/simulations';
import { useFormats } from '@/lib/SessionContext';
import { useSegments } from '@/lib/useSegments';

interface Props {
  id: string;
  change: SimulationChange | null;
  onClose: () => void;
}

/** Why one customer changes: what both strategies decide, each with its rule trace, side by side. */
export function BothTraces({ id, change, onClose }: Props) {
  const found = useSimulationCustomer(id, change?.customerId ?? null);
  return (
    <Dialog
      title={`Both decisions for customer ${change?.customerId ?? ''}`}
      open={change !== null}
      onClose={onClose}
      wide
    >
      <Loaded query={found} height={320} label="Deciding under both strategies">
        {({ before, after }) => (
          <>
            {change && !isStill(change, before, after) && (
              <Notice tone="warn">
                What is known of this customer has changed since the simulation, which found something else.
              </Notice>
            )}
            <div className="both-sides">
              <Side title="Live strategy" decision={before} />
              <Side title="Strategy tried" decision={after} />
            </div>
            {change && (
              <p className="small">
                <Link to="/customers" search={{ id: change.customerId, search: change.customerId }}>
                  Open on the customer desk
                </Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

const isStill = (change: SimulationChange, before: Decision, after: Decision) =>
  change.segmentBefore === before.segment.name &&
  change.segmentAfter === after.segment.name &&
  change.actionBefore === before.actions[0]?.id &&
  change.actionAfter === after.actions[0]?.id;

function Side({ title, decision: { segment, actions, trace } }: { title: string; decision: Decision }) {
  const { exactMoney } = useFormats();
  const palette = useSegments();
  const first = actions[0];
  return (
    <section className="both-side" aria-label={title}>
      <h3>{title}</h3>
      <p className="both-decided">
        <SegmentTag segment={{ ...palette.of(segment.name), label: segment.label }} />
        {first && (
          <>
            <b>{first.name}</b> <span className="muted num">{exactMoney(first.expectedValue)} expected</span>
          </>
        )}
      </p>
      <ul className="small both-reasons">
        {first?.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {trace && <TraceRules trace={trace} label={`Rules, ${title.toLowerCase()}`} />}
    </section>
  );
}
