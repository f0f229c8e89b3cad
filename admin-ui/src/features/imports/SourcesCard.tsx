import { DatabaseZap } from 'lucide-react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { useImportSources } from '@/lib/api/importSources';
import { useStartImport } from '@/lib/api/startImport';

/** Sources that plugins bring; absent when there are none. */
export function SourcesCard() {
  const sources = useImportSources().data ?? [];
  const start = useStartImport();
  if (sources.length === 0) return null;
  return (
    <Card title="Connected sources" sub="Plugins that fetch customers by themselves">
      <div className="stack-s">
        <div className="row row-wrap">
          {sources.map(({ name }) => (
            <Button
              key={name}
              isDisabled={start.isPending}
              onPress={() =>
                start.mutate(
                  { source: { plugin: name }, table: 'customers', dryRun: false },
                  { onSuccess: () => toast(`Importing from ${name}. Jobs shows how far it is.`) },
                )
              }
            >
              <DatabaseZap aria-hidden />
              Import from {name}
            </Button>
          ))}
        </div>
        <Refusal error={start.error} />
      </div>
    </Card>
  );
}
