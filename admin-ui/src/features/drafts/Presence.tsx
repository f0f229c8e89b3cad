import { useQueryClient } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { draftKey } from '@/lib/api/draft';
import { type DraftPresence, useDraftPresence } from '@/lib/api/draftPresence';
import type { DraftView } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { listed } from '@/lib/text';

/** Who else has the draft open; what they do to it comes in by itself. */
export function Presence() {
  const { view } = useOpenDraft();
  const { data } = useDraftPresence(view.id);
  useNews(view, data);
  const others = data?.others ?? [];
  return (
    <span className="presence" aria-live="polite">
      {others.length > 0 && (
        <>
          <Users aria-hidden size={15} />
          {listed(others)} also {others.length === 1 ? 'has' : 'have'} this open
        </>
      )}
    </span>
  );
}

/** Asks for the draft again once somebody saved it or said something. The first answer is as old as the draft itself. */
function useNews(view: DraftView, data: DraftPresence | undefined) {
  const queries = useQueryClient();
  const first = useRef<DraftPresence | undefined>(undefined);
  useEffect(() => {
    first.current ??= data;
    if (!data || data === first.current) return;
    const last = view.events.at(-1)?.number ?? 0;
    if (data.revision > view.revision || data.lastEvent > last) {
      void queries.invalidateQueries({ queryKey: draftKey(view.id) });
    }
  }, [data, view, queries]);
}
