import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { SearchField } from '@/components/SearchField';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState, ErrorState, Skeleton } from '@/components/States';
import { useAudit } from '@/lib/api/audit';
import { useDebounced } from '@/lib/useDebounced';
import { useUrlText } from '@/lib/useUrlText';
import { AuditTable } from './AuditTable';
import { VerifyAudit } from './VerifyAudit';

/** Who did what and when; each entry is chained to the one before by its hash. */
export function AuditTab() {
  const { actor = '', kind = '' } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const set = (to: { actor?: string; kind?: string }) =>
    void navigate({
      replace: true,
      search: (old) => {
        const next = { ...old, ...to };
        return { ...next, actor: next.actor || undefined, kind: next.kind || undefined };
      },
    });
  const [actorText, setActor] = useUrlText(actor, (to) => set({ actor: to }));
  const [kindText, setKind] = useUrlText(kind, (to) => set({ kind: to }));
  const audit = useAudit({ actor: useDebounced(actor, 250), kind: useDebounced(kind, 250) });
  const events = audit.data;
  return (
    <Card title="Audit log" sub="Append only" end={<VerifyAudit />}>
      <div className="audit-filter">
        <SearchField
          label="Done by"
          placeholder="Done by (user name)"
          value={actorText}
          onChange={setActor}
        />
        <SearchField label="Kind" placeholder="Kind, such as SIGNED_IN" value={kindText} onChange={setKind} />
      </div>
      {audit.error ? (
        <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />
      ) : !events ? (
        <Skeleton height={320} label="Loading audit log" />
      ) : events.length === 0 ? (
        <EmptyState title="No entry matches" />
      ) : (
        <AuditTable events={events} />
      )}
      <ShowMore list={audit} />
    </Card>
  );
}
