import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Refusal } from '@/components/Notice';
import { TextArea } from '@/components/TextArea';
import { useReviewDraft } from '@/lib/api/reviewDraft';
import type { DraftEvent } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useFormats } from '@/lib/SessionContext';
import { placeWords } from './places';

const WORDS: Record<DraftEvent['kind'], string> = {
  SUBMITTED: 'sent it for review',
  COMMENTED: 'wrote',
  CHANGES_ASKED: 'asked for changes',
  APPROVED: 'approved it',
  SCHEDULED: 'put it on the schedule',
  UNSCHEDULED: 'took it off the schedule',
  STOPPED: 'took it off the schedule at its time',
  REOPENED: 'changed it, so it is a draft again',
  PUBLISHED: 'published it',
  DISCARDED: 'discarded it',
  RESTORED: 'restored it',
};

/** What happened to the draft and what was said about it, oldest first; and a new comment. */
export function Timeline({ events }: { events: DraftEvent[] }) {
  const { when } = useFormats();
  const { view } = useOpenDraft();
  const [text, setText] = useState('');
  const comment = useReviewDraft(view.id, 'comments');
  return (
    <Card title="What happened">
      <div className="stack-s">
        {events.length === 0 && <p className="muted">Nothing yet.</p>}
        <ol className="timeline">
          {events.map((e) => (
            <li key={e.number} className={`timeline-${e.kind.toLowerCase()}`}>
              <p>
                <b>{e.by}</b> {WORDS[e.kind]}
                {e.place && ` about ${placeWords(e.place, view.document)}`}{' '}
                <span className="muted small">{when(e.at)}</span>
              </p>
              {e.text && <p className="timeline-text">{e.text}</p>}
            </li>
          ))}
        </ol>
        <TextArea label="Comment" value={text} onChange={setText} />
        <Refusal error={comment.error} />
        <div className="form-end">
          <Button
            isDisabled={text.trim() === ''}
            isPending={comment.isPending}
            onPress={() => comment.mutate({ text }, { onSuccess: () => setText('') })}
          >
            Comment
          </Button>
        </div>
      </div>
    </Card>
  );
}
