import { useQuery } from '@tanstack/react-query';
import { importsKey } from './imports';
import { isOver } from './jobs';
import { apiUrl, request } from './request';
import type { ImportRun } from './types/imports';

export const importErrorsUrl = (id: string) => apiUrl(`/imports/${encodeURIComponent(id)}/errors`);

/** One import with its counts and its first hundred refused rows; asked for again until it is over. */
export const useImport = (id: string | null) =>
  useQuery({
    queryKey: [...importsKey, 'one', id],
    queryFn: ({ signal }) => request<ImportRun>(`/imports/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data && isOver(query.state.data.state) ? false : 700),
  });
