import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keepDraft } from '@/lib/api/draft';
import { saveDraft } from '@/lib/api/saveDraft';
import type { DraftView } from '@/lib/api/types/drafts';
import { browserKeep } from '@/lib/draft/keep';
import { DraftSession } from '@/lib/draft/session';
import { know } from '@/lib/draft/told';
import { useSession } from '@/lib/SessionContext';

/** Opens a draft with what this browser kept of it; null until that is known. Leaving the page saves. */
export function useDraftSession(view: DraftView): DraftSession | null {
  const queries = useQueryClient();
  const { username } = useSession();
  const [session, setSession] = useState<DraftSession | null>(null);
  const key = `${username}/${view.id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is opened once; later views are adopted below
  useEffect(() => {
    let gone = false;
    void browserKeep
      .read(key)
      .catch(() => null)
      .then((kept) => {
        if (gone) return;
        setSession(
          new DraftSession(view, kept, {
            save: (content, revision, base, leaving) => saveDraft(view.id, content, revision, base, leaving),
            onKnown: (content, revision) => know({ draft: view.id, revision, content }),
            onSaved: (saved) => keepDraft(queries, saved),
            keep: browserKeep,
            key,
            now: Date.now,
          }),
        );
      });
    return () => {
      gone = true;
    };
  }, [key, queries]);

  useEffect(() => session?.adopt(view), [session, view]);

  useEffect(() => {
    if (!session) return;
    const leave = () => session.leave();
    const hidden = () => document.visibilityState === 'hidden' && session.leave();
    const online = () => void session.save();
    addEventListener('pagehide', leave);
    addEventListener('online', online);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', hidden);
      session.leave();
    };
  }, [session]);

  return session;
}
