import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '@/lib/api/request';
import { sessionKey } from '@/lib/api/session';

const TRIES = 2;

/** A refusal is final; only a server that did not answer, or failed, is asked again. */
function worthAnotherTry(failures: number, error: unknown): boolean {
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
  return failures < TRIES;
}

export function createQueryClient(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // The session ended while the page was open: show the sign-in page in its place.
        if (error instanceof ApiError && error.status === 401) queries.setQueryData(sessionKey, null);
      },
    }),
    defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: worthAnotherTry } },
  });
  return queries;
}
