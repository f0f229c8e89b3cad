import { Link } from '@tanstack/react-router';
import { MessageSquarePlus } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import type { DraftChange } from '@/lib/api/types/drafts';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { ChangeComment, ChangeTalk, changeName } from './ChangeTalk';
import { targetOf } from './places';

/** What the draft changes, in words: before and after, and what was said about each change. */
export function Changes() {
  const { view } = useOpenDraft();
  const [asked, setAsked] = useState<string | null>(null);
  const id = useId();
  const commentsOn = (change: DraftChange) =>
    view.events.filter((e) => e.kind === 'COMMENTED' && e.place === change.place);
  const close = (change: DraftChange) => {
    setAsked(null);
    document.getElementById(`${id}-${change.place}`)?.focus();
  };
  const saved = useSnapshot((now) => now.saving.kind === 'saved');
  const before = view.basedOnVersion === null ? 'Before' : `Version ${view.basedOnVersion}`;
  return (
    <Card
      title="Changes"
      sub={
        saved
          ? `Against ${view.basedOnVersion === null ? 'the strategy it was made from' : `version ${view.basedOnVersion}`}`
          : 'As of the last save; what is not saved yet is missing here'
      }
      flush
    >
      {view.changes.length === 0 ? (
        <EmptyState title="Nothing is changed yet" />
      ) : (
        <Table
          label="Changes of the draft"
          rows={view.changes}
          rowKey={(c) => `${c.place} ${c.field}`}
          columns={[
            {
              id: 'subject',
              header: 'What',
              cell: (c) => (
                <Link to="/drafts/$id" from="/drafts/$id" search={targetOf(c.place)} replace>
                  {c.subject}
                  {c.field && `: ${c.field}`}
                </Link>
              ),
            },
            {
              id: 'before',
              header: before,
              cell: (c) =>
                c.before ? (
                  <del className="change-before">{c.before}</del>
                ) : (
                  <i className="muted">not there</i>
                ),
            },
            {
              id: 'after',
              header: 'Draft',
              cell: (c) =>
                c.after ? <ins className="change-after">{c.after}</ins> : <i className="muted">gone</i>,
            },
            {
              id: 'talk',
              header: <span className="sr">Comments</span>,
              className: 'table-actions',
              cell: (c) => (
                <Button
                  id={`${id}-${c.place}`}
                  small
                  kind="ghost"
                  aria-label={`Comment on ${changeName(c)}`}
                  aria-expanded={asked === c.place}
                  onPress={() => setAsked(asked === c.place ? null : c.place)}
                >
                  <MessageSquarePlus aria-hidden />
                  <span className="change-word">Comment</span>
                </Button>
              ),
            },
          ]}
          detail={(c) => {
            const comments = commentsOn(c);
            if (comments.length === 0 && asked !== c.place) return null;
            return (
              <>
                <ChangeTalk comments={comments} change={c} />
                {asked === c.place && <ChangeComment change={c} onClose={() => close(c)} />}
              </>
            );
          }}
        />
      )}
    </Card>
  );
}
