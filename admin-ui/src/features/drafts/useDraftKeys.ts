import { useEffect } from 'react';
import { useOpenDraft } from '@/lib/draft/DraftContext';

/** Where a text of its own is written, the browser's undo is the right one. */
const elsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], textarea, .review, [data-own-undo]') !== null;

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) undo and redo, Ctrl+S saves now. */
export function useDraftKeys() {
  const { session, editable } = useOpenDraft();
  useEffect(() => {
    if (!editable) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || elsewhere(event.target)) return;
      const key = event.key.toLowerCase();
      const act =
        key === 's'
          ? () => void session.save()
          : key === 'y' || (key === 'z' && event.shiftKey)
            ? session.redo
            : key === 'z'
              ? session.undo
              : null;
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session, editable]);
}
