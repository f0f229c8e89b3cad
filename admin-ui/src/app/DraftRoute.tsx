import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/States';
import { DraftPage } from '@/features/drafts/DraftPage';

const TablesTab = lazy(async () => ({ default: (await import('@/features/tables/TablesTab')).TablesTab }));

/** A draft with its decision tables, which load when their tab is opened. */
export function DraftRoute() {
  return (
    <DraftPage
      tables={
        <Suspense fallback={<Skeleton height={520} label="Loading tables" />}>
          <TablesTab />
        </Suspense>
      }
    />
  );
}
