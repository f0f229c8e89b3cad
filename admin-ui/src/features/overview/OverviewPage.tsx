import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Loaded } from '@/components/Loaded';
import { PageHeader } from '@/components/PageHeader';
import { useOverview } from '@/lib/api/overview';
import type { Overview } from '@/lib/api/types/overview';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { SegmentPalette } from '@/lib/segments';
import { ChannelsCard } from './ChannelsCard';
import { DecideAllButton } from './DecideAllButton';
import { FirstRun } from './FirstRun';
import { KpiTiles } from './KpiTiles';
import { ModelsCard } from './ModelsCard';
import { SegmentsCard } from './SegmentsCard';
import { TopActionsCard } from './TopActionsCard';
import { ValueRiskCard } from './ValueRiskCard';
import './overview.css';

export function OverviewPage() {
  const overview = useOverview();
  return (
    <>
      <PageHeader title="Overview" actions={overview.data?.customers ? <DecideAllButton /> : null}>
        <Lead overview={overview.data} />
      </PageHeader>
      <Loaded query={overview} height={900} label="Loading overview">
        {(data) =>
          data.decided === 0 ? <FirstRun customers={data.customers} /> : <Figures overview={data} />
        }
      </Loaded>
    </>
  );
}

function Lead({ overview }: { overview: Overview | undefined }) {
  const { when, integer } = useFormats();
  if (!overview) return <>&nbsp;</>;
  const { asOf, strategy, customers, decided } = overview;
  if (!asOf) return <>No decisions yet.</>;
  const all =
    decided === customers ? `all ${integer(customers)}` : `${integer(decided)} of ${integer(customers)}`;
  return (
    <>
      Scores from {when(asOf)}.{strategy && ` Live strategy version ${strategy.version},`} {all}{' '}
      {plural(customers, 'customer')} decided.
    </>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const { segment = '' } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const palette = useMemo(() => new SegmentPalette(overview.segments), [overview.segments]);
  const setSegment = (name: string) =>
    void navigate({ search: (old) => ({ ...old, segment: name || undefined }), replace: true });
  return (
    <>
      <KpiTiles overview={overview} />
      <div className="grid-12">
        <div className="card span-5">
          <SegmentsCard
            segments={overview.segments}
            palette={palette}
            active={segment}
            onActive={setSegment}
          />
        </div>
        <div className="card span-7">
          <ValueRiskCard palette={palette} active={segment} threshold={overview.kpis.atRiskThreshold} />
        </div>
        <div className="span-7">
          <TopActionsCard actions={overview.actions} palette={palette} decided={overview.decided} />
        </div>
        <div className="span-5 stack">
          <ModelsCard models={overview.models} />
          <ChannelsCard actions={overview.actions} decided={overview.decided} />
        </div>
      </div>
    </>
  );
}
