import { Hash } from '@/components/Hash';
import { TraceRules } from '@/components/trace/TraceRules';
import type { Decision } from '@/lib/api/types/decision';
import { MadeBy } from './MadeBy';

interface Props {
  trace: NonNullable<Decision['trace']>;
  decision: Decision;
}

/** Every rule that was asked, each condition with the customer's own value. */
export function TraceCard({ trace, decision }: Props) {
  return (
    <section className="card" aria-labelledby="trace">
      <div className="card-head">
        <div className="card-title">
          <h2 id="trace" tabIndex={-1}>
            Rule trace
          </h2>
        </div>
        <div className="card-end muted small num">
          strategy <Hash value={decision.strategyHash} label="strategy hash" length={8} />
        </div>
      </div>
      <TraceRules trace={trace} />
      <MadeBy decision={decision} />
    </section>
  );
}
