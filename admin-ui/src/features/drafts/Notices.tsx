import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { useRestoreDraft } from '@/lib/api/discardDraft';
import type { DraftState } from '@/lib/api/types/drafts';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { useFormats, useMay } from '@/lib/SessionContext';
import { Merge } from './Merge';

const STANDS: Partial<Record<DraftState, string>> = {
  APPROVED: 'It is approved',
  SCHEDULED: 'It is approved and scheduled',
};

/** What somebody must know before changing the draft: what is left from before, and what stands in the way. */
export function Notices() {
  const { view, editable } = useOpenDraft();
  return (
    <>
      <Offer />
      {view.state === 'PUBLISHED' && (
        <div className="draft-notice">
          <Notice tone="good">
            This draft was published and stays as it is. <Link to="/strategy">See the live strategy</Link>
          </Notice>
        </div>
      )}
      {view.state === 'DISCARDED' && <Discarded />}
      {editable && view.state !== 'OPEN' && (
        <div className="draft-notice">
          <Notice>
            {STANDS[view.state] ?? 'It is in review'} as it stands. Changing anything takes it back: it must
            then be sent for review again.
          </Notice>
        </div>
      )}
      {editable && !view.upToDate && <Outlived />}
    </>
  );
}

/** What an earlier visit could not save. */
function Offer() {
  const { session } = useOpenDraft();
  const offered = useSnapshot((now) => now.offered);
  const { when } = useFormats();
  if (!offered) return null;
  return (
    <div className="draft-notice">
      <Notice tone="warn">
        <b>Changes of {when(new Date(offered.at).toISOString())} were not saved.</b> This browser kept them.
        <span className="notice-acts">
          <Button small kind="primary" onPress={() => void session.takeUp()}>
            Take them up
          </Button>
          <Button small onPress={() => session.dropOffer()}>
            Drop them
          </Button>
        </span>
      </Notice>
    </div>
  );
}

function Discarded() {
  const { view } = useOpenDraft();
  const restore = useRestoreDraft();
  const mayEdit = useMay('ADMIN', 'MARKETER');
  return (
    <div className="draft-notice">
      <Notice>
        This draft is discarded.
        {mayEdit && (
          <span className="notice-acts">
            <Button small onPress={() => restore.mutate(view.id)} isPending={restore.isPending}>
              Restore it
            </Button>
          </span>
        )}
      </Notice>
    </div>
  );
}

/** Another strategy went live since the draft was made. */
function Outlived() {
  const { view } = useOpenDraft();
  const saved = useSnapshot((now) => now.saving.kind === 'saved');
  const [merging, setMerging] = useState(false);
  if (merging) return <Merge with="live" onDone={() => setMerging(false)} />;
  return (
    <div className="draft-notice">
      <Notice tone="warn">
        <b>Version {view.liveVersion} went live since this draft was made.</b> Take its changes in before you
        send the draft for review; what you changed stays.
        <span className="notice-acts">
          <Button small onPress={() => setMerging(true)} isDisabled={!saved}>
            Take the live changes in
          </Button>
        </span>
      </Notice>
    </div>
  );
}
