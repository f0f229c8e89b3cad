import { useEffect } from 'react';

/** Names the browser's tab after the page. */
export function useTitle(page: string) {
  useEffect(() => {
    document.title = `${page} · Customer Intelligence`;
  }, [page]);
}
