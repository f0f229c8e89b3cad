import { Link } from '@tanstack/react-router';
import { CalendarX2 } from 'lucide-react';
import { Button } from '@/components/Button';
import { Facts } from '@/components/Facts';
import { Notice, Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { useUnscheduleDraft } from '@/lib/api/scheduleDraft';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { timeZone } from '@/lib/moment';
import { useFormats } from '@/lib/SessionContext';
import { useShareText } from '@/lib/useShareText';

/** When an approved draft goes live by itself, and the way to take that back. */
export function Scheduled({ mayPublish }: { mayPublish: boolean }) {
  const { view } = useOpenDraft();
  const { dateTime, when } = useFormats();
  const shareText = useShareText();
  const unschedule = useUnscheduleDraft(view.id);
  const { schedule } = view;
  if (!schedule) return null;
  return (
    <div className="form">
      <Facts
        items={[
          ['Goes live', `${dateTime(schedule.at)} (${timeZone()})`],
          [
            'To',
            schedule.share === null
              ? 'Everybody'
              : `${shareText(schedule.share)} of the customers, as the challenger`,
          ],
          ['In the name of', schedule.by],
          ['Reason', schedule.reason],
          ...(schedule.overrideReason
            ? [['Why with models that have not won', schedule.overrideReason] as [string, string]]
            : []),
          ['Scheduled', when(schedule.scheduledAt)],
        ]}
      />
      {schedule.simulation && (
        <Notice>
          Customers changed meanwhile, so it is simulated again before it goes live.{' '}
          <Link to="/simulations/$id" params={{ id: schedule.simulation }}>
            See the simulation
          </Link>
        </Notice>
      )}
      <Refusal error={unschedule.error} />
      {mayPublish && (
        <div className="form-end">
          <Button
            isPending={unschedule.isPending}
            onPress={() =>
              unschedule.mutate(undefined, {
                onSuccess: () => toast('It is off the schedule, and still approved.'),
              })
            }
          >
            <CalendarX2 aria-hidden />
            Take it off the schedule
          </Button>
        </div>
      )}
    </div>
  );
}
