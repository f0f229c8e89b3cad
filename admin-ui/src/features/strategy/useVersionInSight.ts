import { useEffect } from 'react';
import type { Pages } from '@/lib/api/pages';
import type { Publication } from '@/lib/api/types/drafts';

/** Loads further pages until the version a link asked for is among them, and brings its row into sight. */
export function useVersionInSight(asked: boolean, found: boolean, publications: Pages<Publication>) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = publications;
  const seeksOn = asked && data !== undefined && !found && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (seeksOn) void fetchNextPage();
  }, [seeksOn, fetchNextPage]);
  useEffect(() => {
    if (found) document.querySelector('tr[aria-current="true"]')?.scrollIntoView?.({ block: 'center' });
  }, [found]);
}
