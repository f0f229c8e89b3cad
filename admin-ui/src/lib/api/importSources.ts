import { useQuery } from '@tanstack/react-query';
import { request } from './request';

export const useImportSources = () =>
  useQuery({
    queryKey: ['import-sources'],
    queryFn: ({ signal }) => request<{ name: string }[]>('/import-sources', { signal }),
    staleTime: 10 * 60_000,
  });
