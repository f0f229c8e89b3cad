import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { SimulationHeadline } from '@/components/SimulationHeadline';
import type { ChangeFilter } from '@/lib/api/simulationChanges';
import type { SimulationResult as Result } from '@/lib/api/types/simulations';
import { ActionMovement } from './ActionMovement';
import { ContactLoadCard } from './ContactLoadCard';
import { GroupsCard } from './GroupsCard';
import { Movers } from './Movers';
import { SegmentMovement } from './SegmentMovement';

/** The figures of a finished simulation; a chosen cell lists its customers below. */
export function SimulationResult({ id, result }: { id: string; result: Result }) {
  const filter = useSearch({ from: '/simulations/$id' });
  const navigate = useNavigate({ from: '/simulations/$id' });
  const movers = useRef<HTMLDivElement>(null);
  const show = (to: ChangeFilter) => void navigate({ search: to, replace: true, resetScroll: false });
  const choose = (to: ChangeFilter) => {
    show(to);
    movers.current?.scrollIntoView?.({ block: 'nearest' });
  };
  return (
    <div className="stack">
      <SimulationHeadline result={result} />
      <SegmentMovement
        transitions={result.segments}
        customers={result.customers}
        filter={filter}
        onChoose={choose}
      />
      <ActionMovement transitions={result.actions} filter={filter} onChoose={choose} />
      <div className="simulation-pair">
        <ContactLoadCard result={result} />
        <GroupsCard attributes={result.groups ?? []} />
      </div>
      <div ref={movers}>
        <Movers id={id} result={result} filter={filter} onClear={() => show({})} />
      </div>
    </div>
  );
}
