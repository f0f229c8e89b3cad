import { useSearch } from '@tanstack/react-router';
import { History, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Hash } from '@/components/Hash';
import { Loaded } from '@/components/Loaded';
import { NewDraftDialog } from '@/components/NewDraftDialog';
import { ShowMore } from '@/components/ShowMore';
import { Table } from '@/components/Table';
import { usePublications } from '@/lib/api/publications';
import type { Publication } from '@/lib/api/types/drafts';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { useFormats, useMay } from '@/lib/SessionContext';
import { useShareText } from '@/lib/useShareText';
import { OnlyOfModel, usePinned } from './OnlyOfModel';
import { RollBackDialog } from './RollBackDialog';
import { useVersionInSight } from './useVersionInSight';

/** Every strategy that was ever live; one of them brought back as a draft, or made live again at once. */
export function HistoryTab({ live }: { live: LiveStrategy }) {
  const publications = usePublications();
  const { when } = useFormats();
  const shareText = useShareText();
  const mayEdit = useMay('ADMIN', 'MARKETER');
  const mayPublish = useMay('ADMIN', 'APPROVER');
  const { version, strategy, model } = useSearch({ from: '/strategy' });
  const pinned = usePinned(model);
  const asked = (p: Publication) =>
    p.version === version ||
    (strategy !== undefined && [p.strategy.value, p.challenger?.strategy.value].includes(strategy));
  useVersionInSight(
    version !== undefined || strategy !== undefined,
    publications.data?.some(asked) ?? false,
    publications,
  );
  const [drafted, setDrafted] = useState<Publication | null>(null);
  const [rolledBack, setRolledBack] = useState<Publication | null>(null);
  return (
    <Card title="History" sub="Every strategy that was ever live, and challengers, newest first" flush>
      <Loaded query={publications} height={260} label="Loading publications">
        {(items) => (
          <>
            {model && <OnlyOfModel hash={model} />}
            <Table
              label="Publications"
              rows={items.filter(pinned)}
              rowKey={(p) => String(p.version)}
              isCurrent={asked}
              columns={[
                {
                  id: 'version',
                  header: 'Version',
                  cell: (p) => (
                    <span className="row">
                      {p.version} {p.version === live.version && <Badge tone="good">Live</Badge>}
                    </span>
                  ),
                },
                {
                  id: 'published',
                  header: 'Published',
                  cell: (p) => (
                    <>
                      <span className="nowrap">{when(p.publishedAt)}</span>
                      <div className="muted small">{p.publishedBy}</div>
                    </>
                  ),
                },
                {
                  id: 'reason',
                  header: 'Reason',
                  className: 'break',
                  cell: (p) => (
                    <>
                      {p.reason}
                      {p.challenger && (
                        <div className="muted small">
                          Challenger on {shareText(p.challenger.share)} of the customers
                        </div>
                      )}
                    </>
                  ),
                },
                {
                  id: 'hash',
                  header: 'Strategy',
                  cell: (p) => (
                    <>
                      <Hash value={p.strategy.value} label={`hash of version ${p.version}`} />
                      {p.challenger && (
                        <div>
                          <Hash
                            value={p.challenger.strategy.value}
                            label={`hash of the challenger in version ${p.version}`}
                          />
                        </div>
                      )}
                    </>
                  ),
                },
                {
                  id: 'acts',
                  header: <span className="sr">Bring back</span>,
                  className: 'table-actions',
                  cell: (p) => (
                    <span className="row">
                      {mayEdit && (
                        <Button small onPress={() => setDrafted(p)}>
                          <Undo2 aria-hidden />
                          Bring back as draft<span className="sr"> version {p.version}</span>
                        </Button>
                      )}
                      {mayPublish && p.strategy.value !== live.hash && (
                        <Button small onPress={() => setRolledBack(p)}>
                          <History aria-hidden />
                          Roll back<span className="sr"> to version {p.version}</span>
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]}
            />
            <ShowMore list={publications} />
          </>
        )}
      </Loaded>
      <NewDraftDialog
        open={drafted !== null}
        onClose={() => setDrafted(null)}
        strategy={drafted?.strategy.value ?? ''}
        from={`version ${drafted?.version}`}
        name={`As in version ${drafted?.version}`}
      />
      <RollBackDialog
        publication={rolledBack}
        live={live.version}
        challenged={live.challenger !== null}
        onClose={() => setRolledBack(null)}
      />
    </Card>
  );
}
