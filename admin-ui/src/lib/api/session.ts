import { type QueryClient, useQuery } from '@tanstack/react-query';
import { ApiError, request } from './request';
import type { Session } from './types/session';

export const sessionKey = ['session'] as const;

/** Who is signed in; null when nobody is. */
export async function fetchSession(signal?: AbortSignal): Promise<Session | null> {
  try {
    return await request<Session>('/session', signal ? { signal } : {});
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Makes this the session, and forgets everything another person may have loaded. */
export function replaceSession(queries: QueryClient, session: Session | null) {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  queries.setQueryData(sessionKey, session);
}

export const useSessionQuery = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => fetchSession(signal),
    staleTime: 5 * 60_000,
    retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
  });
