import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Loaded } from '@/components/Loaded';
import { Skeleton } from '@/components/States';
import { useDraft } from '@/lib/api/draft';
import type { DraftView } from '@/lib/api/types/drafts';
import { DraftContext } from '@/lib/draft/DraftContext';
import { useMay } from '@/lib/SessionContext';
import { DraftEditor } from './DraftEditor';
import { useDraftSession } from './useDraftSession';
import './drafts.css';
import './ruleEditor.css';
import './review.css';

interface Props {
  /** The part about decision tables, which is a feature of its own. */
  tables: ReactNode;
}

/** One draft: its segments, actions, tables and ranking to change, what that changes, and its review. */
export function DraftPage({ tables }: Props) {
  const { id } = useParams({ from: '/drafts/$id' });
  const draft = useDraft(id);
  return (
    <Loaded query={draft} height={640} label="Loading draft">
      {(view) => <Opened key={id} view={view} tables={tables} />}
    </Loaded>
  );
}

function Opened({ view, tables }: Props & { view: DraftView }) {
  const session = useDraftSession(view);
  const mayEdit = useMay('ADMIN', 'MARKETER');
  if (!session) return <Skeleton height={640} label="Opening draft" />;
  const editable = mayEdit && view.state !== 'PUBLISHED' && view.state !== 'DISCARDED';
  return (
    <DraftContext value={{ session, view, editable }}>
      <DraftEditor tables={tables} />
    </DraftContext>
  );
}
