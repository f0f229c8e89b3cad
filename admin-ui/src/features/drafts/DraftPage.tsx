import { useParams } from '@tanstack/react-router';
import { Loaded } from '@/components/Loaded';
import { Skeleton } from '@/components/States';
import { useDraft } from '@/lib/api/draft';
import type { DraftView } from '@/lib/api/types/drafts';
import { useMay } from '@/lib/SessionContext';
import { DraftContext } from './DraftContext';
import { DraftEditor } from './DraftEditor';
import { useDraftSession } from './useDraftSession';
import './drafts.css';
import './ruleEditor.css';
import './review.css';

/** One draft: its segments, actions and ranking to change, what that changes, and its review. */
export function DraftPage() {
  const { id } = useParams({ from: '/drafts/$id' });
  const draft = useDraft(id);
  return (
    <Loaded query={draft} height={640} label="Loading draft">
      {(view) => <Opened key={id} view={view} />}
    </Loaded>
  );
}

function Opened({ view }: { view: DraftView }) {
  const session = useDraftSession(view);
  const mayEdit = useMay('ADMIN', 'MARKETER');
  if (!session) return <Skeleton height={640} label="Opening draft" />;
  const editable = mayEdit && view.state !== 'PUBLISHED' && view.state !== 'DISCARDED';
  return (
    <DraftContext value={{ session, view, editable }}>
      <DraftEditor />
    </DraftContext>
  );
}
