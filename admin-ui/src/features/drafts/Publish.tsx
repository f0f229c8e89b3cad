import { Link } from '@tanstack/react-router';
import { CalendarClock, Rocket } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useShareText } from '@/lib/useShareText';
import { PublishDialog } from './PublishDialog';
import { ScheduleDialog } from './ScheduleDialog';

/** Makes the approved draft the live strategy, or says why it cannot be. */
export function Publish({ mayPublish }: { mayPublish: boolean }) {
  const { view } = useOpenDraft();
  const shareText = useShareText();
  const [asking, setAsking] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const challenger = useLiveStrategy().data?.challenger;
  const { simulation } = view;
  const missing = view.approvals.length < view.approvalsNeeded;
  const obstacle = missing
    ? 'Its newest simulation goes beyond a limit, so somebody else has to approve it, too.'
    : simulation
      ? simulation.obstacle
      : 'It was not simulated.';
  if (!mayPublish) return <Notice>It is approved. An approver or administrator publishes it.</Notice>;
  return (
    <div className="form">
      {obstacle ? (
        <Notice tone="warn">
          <b>It cannot be published.</b> {obstacle}
        </Notice>
      ) : challenger ? (
        <Notice tone="warn">
          <b>It cannot be published yet.</b> A challenger is tried on {shareText(challenger.share)} of the
          customers. Keep the champion or the challenger on the page <Link to="/strategy">Strategy</Link>{' '}
          first.
        </Notice>
      ) : (
        <p>
          It is approved. Publishing makes exactly this the live strategy, for everybody or for a share of the
          customers, and decides for them again.
        </p>
      )}
      <div className="form-end">
        <Button onPress={() => setScheduling(true)} isDisabled={missing}>
          <CalendarClock aria-hidden />
          Schedule…
        </Button>
        <Button kind="primary" onPress={() => setAsking(true)} isDisabled={obstacle !== null || !!challenger}>
          <Rocket aria-hidden />
          Publish…
        </Button>
      </div>
      <ScheduleDialog open={scheduling} onClose={() => setScheduling(false)} />
      <PublishDialog open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}
