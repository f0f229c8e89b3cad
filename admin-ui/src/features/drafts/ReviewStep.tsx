import { Approvals } from '@/components/Approvals';
import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useMay, useSession } from '@/lib/SessionContext';
import { Approve } from './Approve';
import { Publish } from './Publish';
import { Scheduled } from './Scheduled';
import { Submit } from './Submit';

/** What may be done next on the way to publication, and by whom. */
export function ReviewStep() {
  const { view } = useOpenDraft();
  const mayDecide = useMay('ADMIN', 'APPROVER');
  const missing = view.approvalsNeeded - view.approvals.length;
  switch (view.state) {
    case 'OPEN':
      return (
        <Card title="Send for review">
          <Submit />
        </Card>
      );
    case 'IN_REVIEW':
      return (
        <Card title="Review" sub={`Written by ${view.authors.join(', ')}`}>
          <Decision />
        </Card>
      );
    case 'APPROVED':
      return (
        <div className="stack">
          {missing > 0 && (
            <Card title="Second approval" sub="Its newest simulation goes beyond a limit">
              <Decision />
            </Card>
          )}
          <Card title="Publish">
            <Publish mayPublish={mayDecide} />
          </Card>
        </div>
      );
    case 'SCHEDULED':
      return (
        <Card title="Scheduled" sub="It is approved and goes live by itself">
          <Scheduled mayPublish={mayDecide} />
        </Card>
      );
    case 'PUBLISHED':
      return <Notice tone="good">It was published.</Notice>;
    case 'DISCARDED':
      return <Notice>It is discarded. Restore it to go on.</Notice>;
  }
}

/** Who has approved it, and the answer of whoever may give one now. */
function Decision() {
  const { view } = useOpenDraft();
  const { username } = useSession();
  const mayDecide = useMay('ADMIN', 'APPROVER');
  const wroteIt = view.authors.includes(username);
  const sentIt = view.events.findLast((e) => e.kind === 'SUBMITTED')?.by === username;
  const approvedIt = view.approvals.some((a) => a.by === username);
  return (
    <div className="stack-s">
      {view.approvalsNeeded > 1 && <Approvals approvals={view.approvals} needed={view.approvalsNeeded} />}
      {!mayDecide ? (
        <Notice>An approver or administrator decides about it.</Notice>
      ) : wroteIt || sentIt ? (
        <Notice>
          <b>{wroteIt ? 'You wrote part of this draft.' : 'You sent this draft.'}</b> Somebody else must
          approve it: four eyes see more than two.
        </Notice>
      ) : approvedIt ? (
        <Notice>
          <b>You approved it.</b> It goes beyond a limit, so somebody else must agree, too.
        </Notice>
      ) : (
        <Approve />
      )}
    </div>
  );
}
