import { Link } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { EmptyState } from '@/components/States';
import { plural } from '@/lib/format';
import { useFormats, useMay } from '@/lib/SessionContext';
import { DecideAllButton } from './DecideAllButton';
import '@/components/button.css';

/** Before the first whole-base run: what is missing, and the step that brings it. */
export function FirstRun({ customers }: { customers: number }) {
  const { integer } = useFormats();
  const mayImport = useMay('ADMIN', 'MARKETER', 'ANALYST');
  return (
    <div className="card">
      {customers === 0 ? (
        <EmptyState
          title="There are no customers yet"
          action={
            mayImport && (
              <Link to="/imports/new" className="btn btn-primary">
                <Upload aria-hidden />
                Import a CSV file
              </Link>
            )
          }
        >
          Import a CSV file of customers, then of their transactions. The first figures appear here after the
          first decision on the whole base.
        </EmptyState>
      ) : (
        <EmptyState
          title={`${integer(customers)} ${plural(customers, 'customer is', 'customers are')} waiting for a first decision`}
          action={<DecideAllButton />}
        >
          Deciding on the whole base computes every score, segment and recommended action.
        </EmptyState>
      )}
    </div>
  );
}
