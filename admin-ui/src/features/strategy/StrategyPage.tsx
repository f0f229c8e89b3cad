import { useNavigate, useSearch } from '@tanstack/react-router';
import { Hash } from '@/components/Hash';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { Tabs } from '@/components/Tabs';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { useFormats } from '@/lib/SessionContext';
import { ActionsTab } from './ActionsTab';
import { ChallengerCard } from './ChallengerCard';
import { ContactTab } from './ContactTab';
import { EditAsDraft } from './EditAsDraft';
import { FeaturesTab } from './FeaturesTab';
import { GuardrailsTab } from './GuardrailsTab';
import { HistoryTab } from './HistoryTab';
import { LimitsTab } from './LimitsTab';
import { RankingTab } from './RankingTab';
import { SegmentsTab } from './SegmentsTab';
import type { TABS } from './search';

/** The live strategy in words, with what it does to the base today. */
export function StrategyPage() {
  const strategy = useLiveStrategy();
  return (
    <>
      <PageHeader title="Strategy" actions={strategy.data && <EditAsDraft strategy={strategy.data} />}>
        {strategy.data ? <Lead strategy={strategy.data} /> : <>&nbsp;</>}
      </PageHeader>
      <Loaded query={strategy} height={640} label="Loading strategy">
        {(data) => (
          <>
            {data.challenger && <ChallengerCard version={data.version} share={data.challenger.share} />}
            <Parts strategy={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Lead({ strategy }: { strategy: LiveStrategy }) {
  const { when } = useFormats();
  return (
    <>
      <span className="row row-wrap">
        <span>
          Live version {strategy.version}
          {`, published ${when(strategy.publishedAt)} by ${strategy.publishedBy}`}
          {strategy.challenger && ': the champion, beside a challenger'}
        </span>
        <Hash value={strategy.hash} label="strategy hash" length={12} />
      </span>
      <BaseLine base={strategy.base} />
    </>
  );
}

/** Who decides counts and audiences, and whether the fast way was proven right. */
function BaseLine({ base }: { base: LiveStrategy['base'] }) {
  const { integer } = useFormats();
  if (base.decidedBy === 'COLUMNS') {
    return (
      <div className="small">
        Counts and audiences are computed column by column, proven equal to Drools on{' '}
        {integer(base.comparedCustomers)} generated customers.
      </div>
    );
  }
  return (
    <Notice tone="warn">
      Counts and audiences are decided by Drools, slower but right: computed column by column they differed.{' '}
      {base.difference}
    </Notice>
  );
}

function Parts({ strategy }: { strategy: LiveStrategy }) {
  const { tab = 'segments' } = useSearch({ from: '/strategy' });
  const navigate = useNavigate({ from: '/strategy' });
  return (
    <Tabs
      label="Parts of the strategy"
      value={tab}
      onChange={(to) => void navigate({ search: { tab: to as (typeof TABS)[number] }, replace: true })}
      tabs={[
        { id: 'segments', label: 'Segments', content: <SegmentsTab segments={strategy.segments} /> },
        { id: 'actions', label: 'Actions', content: <ActionsTab actions={strategy.actions} /> },
        {
          id: 'ranking',
          label: 'Ranking',
          content: <RankingTab arbitration={strategy.arbitration} holdout={strategy.holdout} />,
        },
        {
          id: 'contact',
          label: 'Contact policy',
          content: <ContactTab contact={strategy.contact} />,
        },
        {
          id: 'features',
          label: 'Features and models',
          content: <FeaturesTab features={strategy.features} models={strategy.models} />,
        },
        {
          id: 'guardrails',
          label: 'Guardrails',
          content: <GuardrailsTab guardrails={strategy.guardrails} />,
        },
        { id: 'limits', label: 'Limits', content: <LimitsTab channels={strategy.channels} /> },
        { id: 'history', label: 'History', content: <HistoryTab live={strategy} /> },
      ]}
    />
  );
}
