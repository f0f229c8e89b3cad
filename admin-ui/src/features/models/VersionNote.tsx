import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { Loaded } from '@/components/Loaded';
import { TextArea } from '@/components/TextArea';
import { toast } from '@/components/toast';
import { useModelNotes, useWriteModelNote } from '@/lib/api/modelNotes';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';

/** What somebody wrote about a version, with who and when, and what stood there before. */
export function VersionNote({ model }: { model: Model }) {
  const { when } = useFormats();
  const [open, setOpen] = useState(false);
  const { note } = model;
  if (!note) return null;
  return (
    <section className="model-note" aria-label="Note">
      <p className="model-note-text">{note.text}</p>
      <p className="muted small">
        {note.by}, {when(note.at)}
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small">Earlier notes</summary>
        {open && <EarlierNotes hash={model.hash} />}
      </details>
    </section>
  );
}

function EarlierNotes({ hash }: { hash: string }) {
  const notes = useModelNotes(hash, true);
  const { when } = useFormats();
  return (
    <Loaded query={notes} height={40} label="Loading earlier notes">
      {([, ...earlier]) =>
        earlier.length === 0 ? (
          <p className="muted small">There are none.</p>
        ) : (
          <ul className="stack-s">
            {earlier.map((note) => (
              <li key={note.at}>
                <span className="model-note-text">{note.text || 'The note was taken away.'}</span>
                <div className="muted small">
                  {note.by}, {when(note.at)}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** Opens the dialog in which a note is written. */
export function NoteButton({ model }: { model: Model }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <NotebookPen aria-hidden />
        {model.note ? 'Change the note' : 'Write a note'}
      </Button>
      <Dialog title={`Note on version ${model.version}`} open={open} onClose={() => setOpen(false)}>
        <NoteForm model={model} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function NoteForm({ model, onClose }: { model: Model; onClose: () => void }) {
  const [text, setText] = useState(model.note?.text ?? '');
  const write = useWriteModelNote(model.hash);
  return (
    <DialogForm
      submit="Keep the note"
      ready={text.trim() !== (model.note?.text ?? '')}
      onSubmit={() =>
        write.mutate(text, {
          onSuccess: () => {
            toast(text.trim() ? 'The note is kept.' : 'The note was taken away.');
            onClose();
          },
        })
      }
      onClose={onClose}
      pending={write.isPending}
      error={write.error}
    >
      <TextArea
        label="Note"
        name="text"
        value={text}
        onChange={setText}
        autoFocus
        hint="Everybody who sees the version reads it. What stood there before is kept."
      />
    </DialogForm>
  );
}
