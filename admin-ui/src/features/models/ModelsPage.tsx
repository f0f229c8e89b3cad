import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checks';
import { Choice } from '@/components/Choice';
import { DayField } from '@/components/DayField';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { NotRefreshed } from '@/components/NotRefreshed';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState } from '@/components/States';
import { useModels } from '@/lib/api/models';
import type { Model } from '@/lib/api/types/models';
import { useFormats, useMay } from '@/lib/SessionContext';
import { endOfDay, today } from './asOf';
import { Registry } from './Registry';
import { RegistryActions } from './RegistryActions';
import { RunsCard } from './RunsCard';
import './measures.css';
import './models.css';
import './versionUse.css';

/** What scores the customers: every version, what it is used as, how well it did, and what to doubt. */
export function ModelsPage() {
  const { asOf, runs, archived, version } = useSearch({ from: '/models' });
  const mayTrain = useMay('ADMIN', 'ANALYST');
  const navigate = useNavigate({ from: '/models' });
  const models = useModels(asOf ? endOfDay(asOf) : null, true);
  const { date, when } = useFormats();
  const show = (day: string) =>
    void navigate({ search: (old) => ({ ...old, asOf: day || undefined }), replace: true });
  return (
    <>
      <PageHeader title="Models" actions={<RegistryActions />}>
        Every version of each score. The champion decides; nothing else does until it was simulated and
        published.
      </PageHeader>
      <div className="model-as-of">
        {mayTrain && (
          <Choice
            label="What is shown"
            value={runs ? 'runs' : 'versions'}
            options={[
              { id: 'versions', label: 'Versions' },
              { id: 'runs', label: 'Runs' },
            ]}
            onChange={(id) =>
              void navigate({
                search: (old) => ({ ...old, runs: id === 'runs' || undefined }),
                replace: true,
              })
            }
          />
        )}
        <ArchivedBox models={models.data ?? []} />
        <DayField label="As of" value={asOf ?? ''} latest={today()} onChange={show} />
        {asOf && (
          <>
            <Notice>The registry at the end of {date(asOf)}. Later versions are left out.</Notice>
            <Button onPress={() => show('')}>Back to now</Button>
          </>
        )}
      </div>
      <NotRefreshed query={models} when={when} />
      <Loaded query={models} height={520} label="Loading models">
        {(data) =>
          data.length === 0 ? (
            <div className="card">
              <EmptyState title={asOf ? 'There was no model then' : 'There is no model yet'}>
                {asOf ? 'Choose a later day.' : 'Train one on your customers, or register a PMML file.'}
              </EmptyState>
            </div>
          ) : runs && mayTrain ? (
            <RunsCard models={data} />
          ) : (
            <Registry
              models={data.filter((m) => archived || m.archived === null || m.hash === version)}
              readOnly={asOf !== undefined}
            />
          )
        }
      </Loaded>
    </>
  );
}

/** Lists versions that were put away too; nothing while there are none. */
function ArchivedBox({ models }: { models: Model[] }) {
  const { archived } = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const { integer } = useFormats();
  const count = models.filter((m) => m.archived !== null).length;
  if (count === 0) return null;
  return (
    <Checkbox
      label={`Show ${integer(count)} archived`}
      value={archived ?? false}
      onChange={(shown) =>
        void navigate({ search: (old) => ({ ...old, archived: shown || undefined }), replace: true })
      }
    />
  );
}
