import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { type PinnedIn, useModelUse } from '@/lib/api/modelUse';
import type { Model } from '@/lib/api/types/models';
import { DASH, plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { DecidedCard } from './DecidedCard';
import { versionName } from './evidence';
import { Lineage } from './Lineage';

/** Where a version decides and has decided: the strategies that pin it, and their decisions. */
export function UseTab({ models }: { models: Model[] }) {
  return (
    <div className="stack">
      {models.map((model) => (
        <UseOf key={model.hash} model={model} named={models.length > 1} />
      ))}
    </div>
  );
}

function UseOf({ model, named }: { model: Model; named: boolean }) {
  const use = useModelUse(model.hash);
  return (
    <>
      {use.data && <Lineage model={model} publications={use.data} more={use.hasNextPage} />}
      <UseCard model={model} named={named} />
      {use.data?.some((p) => p.runs > 0) && <DecidedCard model={model} />}
    </>
  );
}

function UseCard({ model, named }: { model: Model; named: boolean }) {
  const use = useModelUse(model.hash);
  return (
    <Card
      title={named ? `Where ${versionName(model).toLowerCase()} decides` : 'Where it decides'}
      sub="Every strategy that pins exactly this file, newest first"
      flush
    >
      <Loaded query={use} height={150} label="Looking for strategies">
        {(publications) =>
          publications.length === 0 ? (
            <EmptyState title="No strategy has pinned it">
              Once it is simulated and published, the strategy stands here with what it decided.
            </EmptyState>
          ) : (
            <>
              <Publications model={model} publications={publications} />
              <ShowMore list={use} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function Publications({ model, publications }: { model: Model; publications: PinnedIn[] }) {
  const { when } = useFormats();
  return (
    <Table
      label="Strategies that pin it"
      rows={publications}
      rowKey={(p) => String(p.version)}
      columns={[
        {
          id: 'version',
          header: 'Strategy',
          cell: (p) => (
            <span className="row">
              <Link to="/strategy" search={{ tab: 'history', version: p.version }} className="nowrap">
                Version {p.version}
              </Link>
              {p.until === null && <Badge tone="good">Live</Badge>}
            </span>
          ),
        },
        {
          id: 'live',
          header: 'Live',
          cell: (p) => (
            <>
              <span className="nowrap">from {when(p.publishedAt)}</span>
              {p.until && <div className="nowrap">until {when(p.until)}</div>}
            </>
          ),
        },
        {
          id: 'reason',
          header: 'Why',
          className: 'break',
          cell: (p) => (
            <>
              {p.reason}
              <div className="muted small">{p.publishedBy}</div>
            </>
          ),
        },
        { id: 'decided', header: 'Decisions', cell: (p) => <Decided model={model} of={p} /> },
      ]}
    />
  );
}

/** How often it decided for everybody, and a way to the customers who still have its decisions. */
function Decided({ model, of: { runs, lastRun, customers } }: { model: Model; of: PinnedIn }) {
  const { integer, when } = useFormats();
  if (runs === 0) return <span className="muted">{DASH} no run over the base</span>;
  return (
    <>
      {integer(runs)} {plural(runs, 'run')} over the base{lastRun && `, last ${when(lastRun)}`}
      {customers > 0 && (
        <div>
          <a href={`#decided-${model.hash}`}>
            {integer(customers)} {plural(customers, 'customer has', 'customers have')} its decision now
          </a>
        </div>
      )}
    </>
  );
}
