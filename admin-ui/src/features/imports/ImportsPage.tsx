import { Link } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { PageHeader } from '@/components/PageHeader';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { useImports } from '@/lib/api/imports';
import { ImportDetail } from './ImportDetail';
import { ImportTable } from './ImportTable';
import { SourcesCard } from './SourcesCard';
import { useOpenImport } from './useOpenImport';
import '@/components/button.css';
import './imports.css';

export function ImportsPage() {
  const imports = useImports();
  const [open, setOpen] = useOpenImport();
  const start = (
    <Link to="/imports/new" className="btn btn-primary">
      <Upload aria-hidden />
      Import a file
    </Link>
  );
  return (
    <>
      <PageHeader title="Imports" actions={start}>
        Every file that came in, row by row. Nothing is half applied, and no value is altered silently.
      </PageHeader>
      <div className="stack">
        {open && <ImportDetail id={open} onClose={() => setOpen(undefined)} />}
        <SourcesCard />
        <Loaded query={imports} height={360} label="Loading imports">
          {(runs) => (
            <Card title="History" flush>
              {runs.length === 0 ? (
                <EmptyState title="Nothing was imported yet" action={start}>
                  Start with a CSV file of customers; transactions come second.
                </EmptyState>
              ) : (
                <ImportTable runs={runs} onOpen={setOpen} />
              )}
              <ShowMore list={imports} />
            </Card>
          )}
        </Loaded>
      </div>
    </>
  );
}
