import { useQuery } from '@tanstack/react-query';
import { fetchDraft } from '@/lib/api/draft';
import { fetchDraftRevision } from '@/lib/api/draftRevision';
import { fetchStrategyDocument } from '@/lib/api/strategyDocument';
import type { DraftContent, DraftDocument } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';

export interface Sides {
  base: DraftDocument;
  theirs: DraftDocument;
  /** Whose the other side is, as the head of its column. */
  whose: string;
  /** What the result is saved as, the document apart. */
  next: Omit<DraftContent, 'document'>;
  revision: number;
}

/** What a merge needs of the server: with the newest revision of the draft, or with the strategy that is live by now. */
export function useThreeSides(side: 'newest' | 'live') {
  const { view, session } = useOpenDraft();
  const revision = session.savedRevision;
  return useQuery({
    queryKey: ['draft-sides', view.id, side, revision, view.liveHash],
    queryFn: async (): Promise<Sides> => {
      const { name, basedOn } = session.snapshot().history.content;
      if (side === 'live') {
        const [base, theirs] = await Promise.all([
          fetchStrategyDocument(basedOn),
          fetchStrategyDocument(view.liveHash),
        ]);
        const next = { name, basedOn: view.liveHash };
        return { base, theirs, whose: `Version ${view.liveVersion}, live now`, next, revision };
      }
      const [base, newest] = await Promise.all([fetchDraftRevision(view.id, revision), fetchDraft(view.id)]);
      const moved = newest.basedOn !== base.basedOn;
      return {
        base: base.document,
        theirs: newest.document,
        whose: `Saved by ${newest.changedBy}`,
        next: {
          name: name === view.name ? newest.name : name,
          basedOn: moved ? newest.basedOn : basedOn,
        },
        revision: newest.revision,
      };
    },
    staleTime: 0,
    gcTime: 0,
  });
}
