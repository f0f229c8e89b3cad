import { useState } from 'react';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { TextArea } from '@/components/TextArea';
import { useReviewDraft } from '@/lib/api/reviewDraft';
import type { DraftChange, DraftEvent } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useFormats } from '@/lib/SessionContext';

export const changeName = ({ subject, field }: DraftChange) => (field ? `${subject}: ${field}` : subject);

/** What was said about one change, oldest first. */
export function ChangeTalk({ comments, change }: { comments: DraftEvent[]; change: DraftChange }) {
  const { when } = useFormats();
  if (comments.length === 0) return null;
  return (
    <ul className="change-talk" aria-label={`Comments on ${changeName(change)}`}>
      {comments.map((c) => (
        <li key={c.number}>
          <b>{c.by}</b> <span className="muted small">{when(c.at)}</span>
          <p className="timeline-text">{c.text}</p>
        </li>
      ))}
    </ul>
  );
}

/** Says something about one change; Ctrl+Enter sends, Escape closes. */
export function ChangeComment({ change, onClose }: { change: DraftChange; onClose: () => void }) {
  const { view } = useOpenDraft();
  const [text, setText] = useState('');
  const comment = useReviewDraft(view.id, 'comments');
  const empty = text.trim() === '';
  const send = () => {
    if (!empty) comment.mutate({ text, place: change.place }, { onSuccess: onClose });
  };
  return (
    <div className="change-comment">
      <TextArea
        label={`Comment on ${changeName(change)}`}
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(key) => {
          if (key.key === 'Escape') onClose();
          else if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) send();
          else key.continuePropagation();
        }}
      />
      <Refusal error={comment.error} />
      <div className="form-end">
        <Button small onPress={onClose}>
          Close
        </Button>
        <Button small kind="primary" isDisabled={empty} isPending={comment.isPending} onPress={send}>
          Send
        </Button>
      </div>
    </div>
  );
}
