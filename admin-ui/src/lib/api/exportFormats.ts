import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { ExportFormat } from './types/audiences';

export const useExportFormats = () =>
  useQuery({
    queryKey: ['export-formats'],
    queryFn: ({ signal }) => request<ExportFormat[]>('/export-formats', { signal }),
    staleTime: 10 * 60_000,
  });
