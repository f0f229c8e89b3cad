import { Link, useSearch } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { useSimulation } from '@/lib/api/simulation';
import type { Simulation } from '@/lib/api/types/simulations';
import { countDelta } from '@/lib/countDelta';
import { moneyDelta } from '@/lib/delta';
import { useFormats } from '@/lib/SessionContext';
import {
  type ComparedFigure,
  contactFigures,
  type Finished,
  groupFigures,
  headFigures,
  isFinished,
  unlike,
} from './compare';
import './simulations.css';

/** Two simulations beside each other: what either strategy would come to. */
export function ComparePage() {
  const { first, second } = useSearch({ from: '/simulations/compare' });
  return (
    <>
      <p className="simulation-back">
        <Link to="/simulations">All simulations</Link>
      </p>
      <PageHeader title="Two simulations">What each of the strategies tried would come to.</PageHeader>
      <Sides ids={[first, second]} />
    </>
  );
}

function Sides({ ids: [one, other] }: { ids: [string, string] }) {
  const first = useSimulation(one);
  const second = useSimulation(other);
  return (
    <Loaded query={first} height={560} label="Loading the first simulation">
      {(left) => (
        <Loaded query={second} height={560} label="Loading the second simulation">
          {(right) =>
            isFinished(left) && isFinished(right) ? (
              <Compared first={left} second={right} />
            ) : (
              <div className="card">
                <EmptyState title="Not finished yet">
                  Both simulations can be compared once they have finished.
                </EmptyState>
              </div>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function Compared({ first, second }: { first: Finished; second: Finished }) {
  const heads: [Simulation, Simulation] = [first, second];
  const [left, right] = [first.result, second.result];
  return (
    <div className="stack">
      {unlike(first, second).map((text) => (
        <Notice key={text} tone="warn">
          {text}
        </Notice>
      ))}
      <Figures title="Figures" heads={heads} figures={headFigures(left, right)} />
      <Figures
        title="Segments afterwards"
        heads={heads}
        figures={groupFigures(left.segments, right.segments)}
      />
      <Figures
        title="First actions afterwards"
        heads={heads}
        figures={groupFigures(left.actions, right.actions)}
      />
      <Figures title="Contacts by channel" heads={heads} figures={contactFigures(left, right)} />
    </div>
  );
}

interface FiguresProps {
  title: string;
  heads: [Simulation, Simulation];
  figures: ComparedFigure[];
}

function Figures({ title, heads, figures }: FiguresProps) {
  const formats = useFormats();
  const text = ({ kind }: ComparedFigure, value: number) =>
    kind === 'money' ? formats.wholeMoney(value) : formats.integer(value);
  const head = (simulation: Simulation) => (
    <>
      <Link to="/simulations/$id" params={{ id: simulation.id }}>
        {simulation.label}
      </Link>
      <div className="muted small">{formats.when(simulation.createdAt)}</div>
    </>
  );
  return (
    <Card title={title} flush>
      <Table
        label={`${title} of both simulations`}
        rows={figures}
        rowKey={(f) => f.name}
        columns={[
          { id: 'name', header: 'Figure', cell: (f) => f.name },
          { id: 'first', header: head(heads[0]), numeric: true, cell: (f) => text(f, f.first) },
          { id: 'second', header: head(heads[1]), numeric: true, cell: (f) => text(f, f.second) },
          {
            id: 'difference',
            header: 'Difference',
            numeric: true,
            cell: (f) => (
              <b>
                {f.kind === 'money'
                  ? moneyDelta(f.second - f.first, formats)
                  : countDelta(f.second - f.first, formats)}
              </b>
            ),
          },
        ]}
      />
    </Card>
  );
}
