import { Spark } from '@/components/charts/Spark';
import { Table } from '@/components/Table';
import type { Shadow } from '@/lib/api/shadows';
import type { Transitions } from '@/lib/api/types/simulations';
import { moneyDelta } from '@/lib/moneyDelta';
import { useFormats } from '@/lib/SessionContext';

const MOST_MOVES = 8;

interface Props {
  changes: NonNullable<NonNullable<Shadow['latest']>['changes']>;
  recent: Shadow['recent'];
}

/** Who would get another segment or first action, from where to where, and what it comes to. */
export function ShadowChanges({ changes, recent }: Props) {
  const formats = useFormats();
  const { integer, percent } = formats;
  const { customers, changed, segments, actions, valueBefore, valueAfter } = changes;
  const share = (n: number) => percent(n / Math.max(1, customers), 1);
  const course = recent.flatMap((r) => (r.changed === null || !r.customers ? [] : [r.changed / r.customers]));
  return (
    <>
      <dl className="shadow-facts num">
        <Fact
          name="Changed decisions"
          value={integer(changed)}
          note={`${share(changed)} of ${integer(customers)} customers`}
        />
        <Fact name="Another segment" value={integer(segments.moved)} note={share(segments.moved)} />
        <Fact name="Another first action" value={integer(actions.moved)} note={share(actions.moved)} />
        <Fact
          name="Expected value"
          value={moneyDelta(valueAfter - valueBefore, formats)}
          note="of all first actions"
        />
        {course.length > 1 && (
          <div>
            <dt>Run by run</dt>
            <dd>
              <Spark values={course} color="var(--accent)" />
              <span className="muted small">
                {' '}
                {percent(Math.min(...course), 1)} to {percent(Math.max(...course), 1)} changed in{' '}
                {integer(course.length)} runs
              </span>
            </dd>
          </div>
        )}
      </dl>
      <div className="shadow-moves">
        <Moves what="segments" transitions={segments} share={share} />
        <Moves what="first actions" transitions={actions} share={share} />
      </div>
    </>
  );
}

const Fact = ({ name, value, note }: { name: string; value: string; note: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <b>{value}</b> <span className="muted small">{note}</span>
    </dd>
  </div>
);

interface MovesProps {
  what: string;
  transitions: Transitions;
  share: (n: number) => string;
}

function Moves({ what, transitions, share }: MovesProps) {
  const { integer } = useFormats();
  const moves = transitions.cells
    .filter((c) => c.from !== c.to)
    .toSorted((a, b) => b.customers - a.customers);
  const label = (name: string) => transitions.groups.find((g) => g.name === name)?.label ?? name;
  if (moves.length === 0) return <p className="muted">No other {what}.</p>;
  const rest = moves.slice(MOST_MOVES).reduce((sum, c) => sum + c.customers, 0);
  return (
    <div>
      <Table
        label={`Changed ${what}`}
        rows={moves.slice(0, MOST_MOVES)}
        rowKey={(c) => `${c.from} ${c.to}`}
        columns={[
          {
            id: 'move',
            header: `Changed ${what}`,
            cell: (c) => (
              <>
                {label(c.from)} <span aria-hidden>→</span>
                <span className="sr">to</span> {label(c.to)}
              </>
            ),
          },
          { id: 'customers', header: 'Customers', numeric: true, cell: (c) => integer(c.customers) },
          { id: 'share', header: 'Of all', numeric: true, cell: (c) => share(c.customers) },
        ]}
      />
      {rest > 0 && (
        <p className="muted small shadow-rest">and {integer(rest)} customers in smaller movements</p>
      )}
    </div>
  );
}
