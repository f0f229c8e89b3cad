import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { useOpenDraft, useSnapshot } from './DraftContext';
import { targetOf } from './places';

/** What the draft changes, in words: before and after. */
export function Changes() {
  const { view } = useOpenDraft();
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
          ]}
        />
      )}
    </Card>
  );
}
