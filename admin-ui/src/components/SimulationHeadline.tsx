import type { ReactNode } from 'react';
import type { SimulationResult } from '@/lib/api/types/simulations';
import { countDelta } from '@/lib/countDelta';
import { moneyDelta } from '@/lib/delta';
import { useFormats } from '@/lib/SessionContext';
import './simulation.css';

/** How many would change and what it is worth. */
export function SimulationHeadline({ result }: { result: SimulationResult }) {
  const formats = useFormats();
  const { integer, money, percent } = formats;
  const { load } = result;
  const share = (n: number) => percent(n / Math.max(1, result.customers), 1);
  return (
    <dl className="simulation-tiles">
      <Tile name="Customers decided" value={integer(result.customers)} sub="under both strategies" />
      <Tile
        name="Customers who change"
        value={integer(result.changed)}
        sub={`${share(result.changed)} of all`}
      />
      <Tile
        name="Another segment"
        value={integer(result.segments.moved)}
        sub={`${share(result.segments.moved)} of all`}
      />
      <Tile
        name="Another first action"
        value={integer(result.actions.moved)}
        sub={`${share(result.actions.moved)} of all`}
      />
      <Tile
        name="Expected value"
        value={money(result.valueAfter)}
        sub={
          <>
            {money(result.valueBefore)} before,{' '}
            <b>{moneyDelta(result.valueAfter - result.valueBefore, formats)}</b>
          </>
        }
      />
      <Tile
        name="Cost of first actions"
        value={money(load.costAfter)}
        sub={
          <>
            {money(load.costBefore)} before, <b>{moneyDelta(load.costAfter - load.costBefore, formats)}</b>,
            it is already taken off the expected value
          </>
        }
      />
      <Tile
        name="Offered something"
        value={integer(load.contactedAfter)}
        sub={
          <>
            {integer(load.contactedBefore)} before,{' '}
            <b>{countDelta(load.contactedAfter - load.contactedBefore, formats)}</b>, the others get only the
            last resort
          </>
        }
      />
    </dl>
  );
}

const Tile = ({ name, value, sub }: { name: string; value: string; sub: ReactNode }) => (
  <div className="card simulation-tile">
    <dt>{name}</dt>
    <dd className="simulation-figure num">{value}</dd>
    <dd className="muted small num">{sub}</dd>
  </div>
);
