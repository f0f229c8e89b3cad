import { CalendarClock, Rocket } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ReasonDialog } from '@/components/ReasonDialog';
import { toast } from '@/components/toast';
import { usePublishDraft } from '@/lib/api/publishDraft';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { ScheduleDialog } from './ScheduleDialog';

/** Makes the approved draft the live strategy, or says why it cannot be. */
export function Publish({ mayPublish }: { mayPublish: boolean }) {
  const { view } = useOpenDraft();
  const { integer } = useFormats();
  const [asking, setAsking] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const publish = usePublishDraft(view.id, view.revision);
  const { simulation } = view;
  const changed = simulation?.changed ?? 0;
  const missing = view.approvals.length < view.approvalsNeeded;
  const obstacle = missing
    ? 'Its newest simulation goes beyond a limit, so somebody else has to approve it, too.'
    : simulation
      ? simulation.obstacle
      : 'It was not simulated.';
  const close = () => {
    setAsking(false);
    publish.reset();
  };
  if (!mayPublish) return <Notice>It is approved. An approver or administrator publishes it.</Notice>;
  return (
    <div className="form">
      {obstacle ? (
        <Notice tone="warn">
          <b>It cannot be published.</b> {obstacle}
        </Notice>
      ) : (
        <p>
          It is approved. Publishing makes exactly this the live strategy and decides for every customer
          again.
        </p>
      )}
      <div className="form-end">
        <Button onPress={() => setScheduling(true)} isDisabled={missing}>
          <CalendarClock aria-hidden />
          Schedule…
        </Button>
        <Button kind="primary" onPress={() => setAsking(true)} isDisabled={obstacle !== null}>
          <Rocket aria-hidden />
          Publish
        </Button>
      </div>
      <ScheduleDialog open={scheduling} onClose={() => setScheduling(false)} />
      <ReasonDialog
        title={`Publish ${view.name}`}
        open={asking}
        onClose={close}
        submit="Publish"
        hint="The audit log and the history of the strategy keep it."
        onSubmit={(reason) =>
          publish.mutate(reason, {
            onSuccess: ({ version }) => {
              toast(`Version ${version} of the strategy is live.`);
              close();
            },
          })
        }
        pending={publish.isPending}
        error={publish.error}
      >
        {integer(changed)} {plural(changed, 'customer gets', 'customers get')} another segment or first action
        at once.
      </ReasonDialog>
    </div>
  );
}
