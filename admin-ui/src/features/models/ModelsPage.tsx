import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checks';
import { Choice } from '@/components/Choice';
import { DayField } from '@/components/DayField';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
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
  const { asOf, runs, archived } = useSearch({ from: '/models' });
  const mayTrain = useMay('ADMIN', 'ANALYST');
  const navigate = useNavigate({ from: '/models' });
  const { date } = useFormats();
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
        {!(runs && mayTrain) && (
          <Checkbox
            label="Show archived"
            value={archived ?? false}
            onChange={(shown) =>
              void navigate({ search: (old) => ({ ...old, archived: shown || undefined }), replace: true })
            }
          />
        )}
        <DayField label="As of" value={asOf ?? ''} latest={today()} onChange={show} />
        {asOf && (
          <>
            <Notice>The registry at the end of {date(asOf)}. Later versions are left out.</Notice>
            <Button onPress={() => show('')}>Back to now</Button>
          </>
        )}
      </div>
      {runs && mayTrain ? (
        <RunsCard />
      ) : (
        <Registry asOf={asOf ? endOfDay(asOf) : null} archived={archived ?? false} />
      )}
    </>
  );
}
