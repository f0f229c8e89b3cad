import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useMay, useSession } from '@/lib/SessionContext';
import { Approve } from './Approve';
import { Publish } from './Publish';
import { Submit } from './Submit';

/** What may be done next on the way to publication, and by whom. */
export function ReviewStep() {
  const { view } = useOpenDraft();
  const { username } = useSession();
  const mayDecide = useMay('ADMIN', 'APPROVER');
  const wroteIt = view.authors.includes(username);
  const sentIt = view.events.findLast((e) => e.kind === 'SUBMITTED')?.by === username;
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
          {!mayDecide ? (
            <Notice>An approver or administrator decides about it.</Notice>
          ) : wroteIt || sentIt ? (
            <Notice>
              <b>{wroteIt ? 'You wrote part of this draft.' : 'You sent this draft.'}</b> Somebody else must
              approve it: four eyes see more than two.
            </Notice>
          ) : (
            <Approve />
          )}
        </Card>
      );
    case 'APPROVED':
      return (
        <Card title="Publish">
          <Publish mayPublish={mayDecide} />
        </Card>
      );
    case 'PUBLISHED':
      return <Notice tone="good">It was published.</Notice>;
    case 'DISCARDED':
      return <Notice>It is discarded. Restore it to go on.</Notice>;
  }
}
