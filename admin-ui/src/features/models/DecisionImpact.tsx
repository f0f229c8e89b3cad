import { Link } from '@tanstack/react-router';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { useSimulations } from '@/lib/api/simulations';
import type { Model } from '@/lib/api/types/models';
import type { SimulationSummary } from '@/lib/api/types/simulations';
import { plural } from '@/lib/format';
import { moneyDelta } from '@/lib/moneyDelta';
import { useFormats } from '@/lib/SessionContext';

/** What a version would change for the whole base, by its latest simulation; that nobody knows when there is none. */
export function DecisionImpact({ model }: { model: Model }) {
  const simulations = useSimulations();
  return (
    <Loaded query={simulations} height={44} label="Looking for simulations">
      {(made) => {
        const latest = made.find((simulation) => isOf(simulation, model));
        return latest ? <Impact simulation={latest} /> : <Unknown />;
      }}
    </Loaded>
  );
}

/** Whether a finished simulation tried this version and nothing else: a draft brings rules of its own. */
const isOf = ({ draft, models, result }: SimulationSummary, model: Model) =>
  draft === null && result !== null && models.length === 1 && models[0] === model.hash;

const Unknown = () => (
  <Notice tone="warn">
    Nobody has looked at what this version would change. “See what it would change” decides for every customer
    with it, and stores nothing.
  </Notice>
);

function Impact({ simulation }: { simulation: SimulationSummary }) {
  const formats = useFormats();
  const { result, obstacle, id } = simulation;
  if (!result) return null;
  const { integer, percent, when } = formats;
  const share = percent(result.changed / Math.max(1, result.customers), 1);
  return (
    <Notice tone={obstacle ? 'warn' : 'info'}>
      In its place {integer(result.changed)} of {integer(result.customers)}{' '}
      {plural(result.customers, 'customer')} ({share}) would get another segment or first action, expected
      value {moneyDelta(result.valueAfter - result.valueBefore, formats)}.{' '}
      <Link to="/simulations/$id" params={{ id }}>
        Simulated {when(result.finishedAt)}
      </Link>
      {obstacle && <div>It is out of date: {obstacle}</div>}
    </Notice>
  );
}
