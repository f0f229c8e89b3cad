import { useState } from 'react';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { TextArea } from '@/components/TextArea';
import { toast } from '@/components/toast';
import { useReviewDraft } from '@/lib/api/reviewDraft';
import { useOpenDraft } from '@/lib/draft/DraftContext';

/** The approver's two answers; an approval holds for exactly the revision that was seen. */
export function Approve() {
  const { view } = useOpenDraft();
  const [text, setText] = useState('');
  const approve = useReviewDraft(view.id, 'approval');
  const refuse = useReviewDraft(view.id, 'refusal');
  const empty = text.trim() === '';
  return (
    <div className="form">
      <TextArea
        label="Your answer"
        value={text}
        onChange={setText}
        hint="The author and the audit log keep it."
      />
      <Refusal error={approve.error ?? refuse.error} />
      <div className="form-end">
        <Button
          onPress={() =>
            refuse.mutate(
              { text, revision: view.revision },
              { onSuccess: () => toast('Changes are asked for.') },
            )
          }
          isDisabled={empty}
          isPending={refuse.isPending}
        >
          Ask for changes
        </Button>
        <Button
          kind="primary"
          onPress={() =>
            approve.mutate(
              { text, revision: view.revision },
              {
                onSuccess: () =>
                  toast(
                    view.approvals.length + 1 < view.approvalsNeeded
                      ? 'One more must approve it.'
                      : 'The draft is approved.',
                  ),
              },
            )
          }
          isDisabled={empty}
          isPending={approve.isPending}
        >
          Approve
        </Button>
      </div>
    </div>
  );
}
