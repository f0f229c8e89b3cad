import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { NotRefreshed } from '@/components/NotRefreshed';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState } from '@/components/States';
import { type DriftVerdict, type Monitoring, useMonitoring } from '@/lib/api/monitoring';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { DriftCard } from './DriftCard';
import { MixCard } from './MixCard';
import { RealisedCard } from './RealisedCard';
import { RetrainingCard } from './RetrainingCard';
import { ShadowsCard } from './ShadowsCard';
import { watchedOf } from './watched';
import './monitoring.css';

const WEEK_MILLIS = 7 * 86_400_000;

/** Whether the customers of today are still those the models know. */
export function MonitoringPage() {
  const monitoring = useMonitoring();
  const { when } = useFormats();
  return (
    <>
      <PageHeader title="Monitoring">
        Whether today's customers are still like those the models learned from, measured after every decision
        on the whole base.
      </PageHeader>
      <NotRefreshed query={monitoring} when={when} />
      <Loaded query={monitoring} height={620} label="Loading the monitoring">
        {(data) =>
          data.asOf === null ? (
            <div className="card">
              <EmptyState title="Nothing has been measured yet">
                The first decision on the whole base compares every input and score with the models' cards;
                the second one shows how segments and actions move.
              </EmptyState>
            </div>
          ) : (
            <Measured monitoring={data} asOf={data.asOf} />
          )
        }
      </Loaded>
    </>
  );
}

function Measured({ monitoring, asOf }: { monitoring: Monitoring; asOf: string }) {
  const { subject, verdict } = useSearch({ from: '/monitoring' });
  const navigate = useNavigate({ from: '/monitoring' });
  const { when, integer } = useFormats();
  const { models, segments, actions, runs } = monitoring;
  const subjects = watchedOf(models);
  const count = (verdict: DriftVerdict) => subjects.filter((s) => s.drift.verdict === verdict).length;
  const drifted = count('DRIFT');
  const driftedScores = subjects
    .filter((s) => s.drift.verdict === 'DRIFT')
    .flatMap((s) => s.models.map((m) => m.score));
  const old = Date.now() - Date.parse(asOf) > WEEK_MILLIS;
  const choose = (next: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, subject: next }), replace: true, resetScroll: false });
  return (
    <div className="stack">
      <Notice tone={drifted > 0 || old ? 'warn' : 'info'}>
        Measured {when(asOf)}: {integer(drifted)} of {integer(subjects.length)}{' '}
        {plural(subjects.length, 'score or input', 'scores and inputs')} {plural(drifted, 'has', 'have')}{' '}
        drifted, {integer(count('WATCH'))} to watch.
        {old && ' That is more than a week ago: decide for the whole base to measure again.'}
        {runs === 1 && ' Segments and actions are compared from the second run on.'}
      </Notice>
      {subjects.length > 0 && (
        <DriftCard
          rows={subjects}
          verdict={verdict}
          onVerdict={(next) =>
            void navigate({ search: (old) => ({ ...old, verdict: next }), replace: true, resetScroll: false })
          }
          chosen={subject}
          onChoose={choose}
        />
      )}
      <RetrainingCard drifted={[...new Set(driftedScores)]} />
      <ShadowsCard />
      <RealisedCard realised={monitoring.realised} nextComparison={monitoring.nextComparison} />
      <div className="mix-grid">
        {segments && <MixCard title="Segments" mix={segments} />}
        {actions && <MixCard title="First actions" mix={actions} />}
      </div>
    </div>
  );
}
