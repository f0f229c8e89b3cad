import { createContext, useContext, useSyncExternalStore } from 'react';
import type { DraftDocument, DraftView } from '@/lib/api/types/drafts';
import type { Edit } from './edit';
import type { DraftSession, Snapshot } from './session';

interface Open {
  session: DraftSession;
  /** What the server said last. */
  view: DraftView;
  /** Whether this person may change this draft as it stands. */
  editable: boolean;
}

export const DraftContext = createContext<Open | null>(null);

export function useOpenDraft(): Open {
  const open = useContext(DraftContext);
  if (!open) throw new Error('This part of the console is drawn only while a draft is open.');
  return open;
}

/** A part of what is on the screen; draws again only when that part changes, so it must be one that is kept, not made. */
export function useSnapshot<T>(part: (now: Snapshot) => T): T {
  const { session } = useOpenDraft();
  return useSyncExternalStore(session.subscribe, () => part(session.snapshot()));
}

export const useDocument = <T>(part: (document: DraftDocument) => T): T =>
  useSnapshot((now) => part(now.history.content.document));

export const useEdit = (): ((edit: Edit) => void) => useOpenDraft().session.edit;
