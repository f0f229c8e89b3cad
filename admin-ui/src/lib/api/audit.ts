import { usePages } from './pages';
import type { AuditEvent } from './types/settings';

export interface AuditFilter {
  actor: string;
  kind: string;
}

/** Newest first; while another filter loads, the entries of the one before stay in sight. */
export const useAudit = (filter: AuditFilter) =>
  usePages<AuditEvent>({
    queryKey: ['audit', filter],
    path: '/audit',
    query: { ...filter },
    limit: 50,
    keepPrevious: true,
  });
