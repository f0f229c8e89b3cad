import { Link, useNavigate } from '@tanstack/react-router';
import { FlaskConical, PencilLine, Redo2, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import { NameDialog } from '@/components/NameDialog';
import { PageHeader } from '@/components/PageHeader';
import { toast } from '@/components/toast';
import { useSimulateDraft } from '@/lib/api/simulateDraft';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { DraftBadge } from './DraftBadge';
import { Presence } from './Presence';
import { SaveState } from './SaveState';

/** The name of a draft, how far it is, whether it is saved, and what can be done with the whole. */
export function DraftHead() {
  const { view, session, editable } = useOpenDraft();
  const { integer } = useFormats();
  const name = useSnapshot((now) => now.history.content.name);
  const { length: changes } = view.changes;
  return (
    <>
      <p className="draft-back">
        <Link to="/drafts">All drafts</Link>
      </p>
      <PageHeader title={name} actions={editable && <Acts />}>
        <span className="row row-wrap">
          <DraftBadge state={view.state} />
          <span>
            {integer(changes)} {plural(changes, 'change')}
            {view.basedOnVersion === null ? '' : ` against version ${view.basedOnVersion}`}
          </span>
          <span aria-hidden className="lead-dot">
            ·
          </span>
          <SaveState session={session} />
          <Presence />
        </span>
      </PageHeader>
    </>
  );
}

function Acts() {
  const { view, session } = useOpenDraft();
  const navigate = useNavigate({ from: '/drafts/$id' });
  const undo = useSnapshot((now) => now.history.undo.length > 0);
  const redo = useSnapshot((now) => now.history.redo.length > 0);
  const blocked = useSnapshot((now) => now.saving.kind === 'outdated');
  const simulate = useSimulateDraft(view.id);
  const name = useSnapshot((now) => now.history.content.name);
  const [renaming, setRenaming] = useState(false);
  const review = () => void navigate({ search: { tab: 'review' } });
  const run = async () => {
    await session.save();
    simulate.mutate(undefined, {
      onSuccess: review,
      onError: (error) => toast(error.message, 'bad'),
    });
  };
  return (
    <>
      <IconButton
        label="Rename the draft"
        icon={<PencilLine aria-hidden />}
        onPress={() => setRenaming(true)}
      />
      <IconButton
        label="Undo"
        tip="Undo (Ctrl+Z)"
        icon={<Undo2 aria-hidden />}
        isDisabled={!undo}
        onPress={session.undo}
      />
      <IconButton
        label="Redo"
        tip="Redo (Ctrl+Shift+Z)"
        icon={<Redo2 aria-hidden />}
        isDisabled={!redo}
        onPress={session.redo}
      />
      <Button onPress={() => void run()} isPending={simulate.isPending} isDisabled={blocked}>
        <FlaskConical aria-hidden />
        Simulate
      </Button>
      {view.state === 'OPEN' && (
        <Button kind="primary" onPress={review} isDisabled={blocked}>
          <Send aria-hidden />
          Send for review
        </Button>
      )}
      <NameDialog
        title="Rename the draft"
        submit="Rename"
        name={name}
        open={renaming}
        onClose={() => setRenaming(false)}
        onName={(to) => session.edit({ do: 'rename', name: to })}
      />
    </>
  );
}
