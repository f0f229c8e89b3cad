import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Checkbox } from '@/components/Checks';
import { Loaded } from '@/components/Loaded';
import { NewDraftDialog } from '@/components/NewDraftDialog';
import { PageHeader } from '@/components/PageHeader';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { useDrafts } from '@/lib/api/drafts';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useFormats, useMay } from '@/lib/SessionContext';
import { DraftTable } from './DraftTable';
import '@/components/button.css';
import './drafts.css';

/** Every draft of the strategy: whose, how far, and a new one. */
export function DraftsPage() {
  const { discarded = false } = useSearch({ from: '/drafts' });
  const navigate = useNavigate({ from: '/drafts' });
  const drafts = useDrafts(discarded);
  const mayEdit = useMay('ADMIN', 'MARKETER');
  const [asking, setAsking] = useState(false);
  const begin = mayEdit && (
    <Button kind="primary" onPress={() => setAsking(true)}>
      <Plus aria-hidden />
      New draft
    </Button>
  );
  return (
    <>
      <PageHeader title="Campaign rules" actions={begin}>
        <LiveLine />
      </PageHeader>
      <Card
        title="Drafts"
        sub="Newest first"
        end={
          <Checkbox
            label="Show discarded"
            value={discarded}
            onChange={(on) => void navigate({ search: on ? { discarded: true } : {}, replace: true })}
          />
        }
        flush
      >
        <Loaded query={drafts} height={360} label="Loading drafts">
          {(items) =>
            items.length === 0 ? (
              <EmptyState title="There is no draft" action={begin}>
                A draft is a copy of the live strategy that you change, try on every customer and send for
                review.
              </EmptyState>
            ) : (
              <>
                <DraftTable drafts={items} />
                <ShowMore list={drafts} />
              </>
            )
          }
        </Loaded>
      </Card>
      <NewDraftDialog open={asking} onClose={() => setAsking(false)} from="the live strategy" />
    </>
  );
}

function LiveLine() {
  const { when } = useFormats();
  const live = useLiveStrategy().data;
  if (!live) return <>&nbsp;</>;
  return (
    <>
      Version {live.version} is live, published {when(live.publishedAt)} by {live.publishedBy}.{' '}
      <Link to="/strategy">See the live strategy</Link>
    </>
  );
}
