import { Link } from '@tanstack/react-router';
import { RotateCcw, Trash2 } from 'lucide-react';
import { Button, IconButton } from '@/components/Button';
import { Table } from '@/components/Table';
import { toast } from '@/components/toast';
import { useDiscardDraft, useRestoreDraft } from '@/lib/api/discardDraft';
import type { DraftSummary } from '@/lib/api/types/drafts';
import { DASH } from '@/lib/format';
import { useFormats, useMay } from '@/lib/SessionContext';
import { DraftBadge } from './DraftBadge';

export function DraftTable({ drafts }: { drafts: DraftSummary[] }) {
  const { when } = useFormats();
  const mayEdit = useMay('ADMIN', 'MARKETER');
  return (
    <Table
      label="Drafts, newest first"
      rows={drafts}
      rowKey={(d) => d.id}
      columns={[
        {
          id: 'name',
          header: 'Draft',
          cell: (d) => (
            <Link to="/drafts/$id" params={{ id: d.id }} className="draft-name">
              {d.name}
            </Link>
          ),
        },
        {
          id: 'state',
          header: 'State',
          cell: (d) => (
            <>
              <DraftBadge state={d.state} />
              {d.scheduledFor && <div className="muted small nowrap">for {when(d.scheduledFor)}</div>}
            </>
          ),
        },
        {
          id: 'based',
          header: 'Made from',
          cell: (d) =>
            d.basedOnVersion === null ? DASH : <span className="nowrap">version {d.basedOnVersion}</span>,
        },
        { id: 'owner', header: 'Owner', cell: (d) => d.createdBy },
        {
          id: 'changed',
          header: 'Changed',
          cell: (d) => (
            <>
              <span className="nowrap">{when(d.changedAt)}</span>
              <div className="muted small">{d.changedBy}</div>
            </>
          ),
        },
        ...(mayEdit
          ? [
              {
                id: 'acts',
                header: <span className="sr">Discard or restore</span>,
                className: 'table-actions',
                cell: (d: DraftSummary) => <Acts draft={d} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Acts({ draft: { id, name, state } }: { draft: DraftSummary }) {
  const discard = useDiscardDraft();
  const restore = useRestoreDraft();
  const failed = (error: Error) => toast(error.message, 'bad');
  const bringBack = () => restore.mutate(id, { onError: failed });
  if (state === 'PUBLISHED') return null;
  if (state === 'DISCARDED') {
    return (
      <Button small onPress={bringBack} isPending={restore.isPending}>
        <RotateCcw aria-hidden />
        Restore<span className="sr"> {name}</span>
      </Button>
    );
  }
  return (
    <IconButton
      small
      label={`Discard ${name}`}
      icon={<Trash2 aria-hidden />}
      isDisabled={discard.isPending}
      onPress={() =>
        discard.mutate(id, {
          onSuccess: () => toast(`“${name}” is discarded.`, 'good', bringBack),
          onError: failed,
        })
      }
    />
  );
}
