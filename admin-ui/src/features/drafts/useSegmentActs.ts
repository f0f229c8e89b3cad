import { toast } from '@/components/toast';
import type { SegmentRule } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { newId } from '@/lib/draft/ids';
import { useOpenRule } from './useOpenRule';

export type SegmentActs = ReturnType<typeof useSegmentActs>;

/** What can be done to whole segments; each can be undone. */
export function useSegmentActs() {
  const { session } = useOpenDraft();
  const [, open] = useOpenRule();
  const list = () => session.snapshot().history.content.document.segments.segments;
  const insert = (segment: Omit<SegmentRule, 'id'>, at: number) => {
    const id = newId(
      segment.label,
      list().map((s) => s.id),
      'segment',
    );
    session.edit({ do: 'segment.add', segment: { ...segment, id }, at });
    open(id);
  };
  return {
    open,
    /** A new one stands in front of the last, which usually takes whoever is left. */
    add: (label: string) =>
      insert({ label, color: '', description: '', when: { all: [] } }, Math.max(0, list().length - 1)),
    duplicate: (id: string) => {
      const at = list().findIndex((s) => s.id === id);
      const segment = list()[at];
      if (segment) insert({ ...segment, label: `${segment.label} copy` }, at + 1);
    },
    remove: (id: string) => {
      const at = list().findIndex((s) => s.id === id);
      const segment = list()[at];
      if (!segment) return;
      const neighbour = list()[at + 1] ?? list()[at - 1];
      session.edit({ do: 'segment.delete', id });
      if (neighbour) open(neighbour.id);
      toast(`Segment “${segment.label}” is deleted.`, 'good', () => {
        session.edit({ do: 'segment.add', segment, at });
        open(id);
      });
    },
    move: (id: string, to: number) => session.edit({ do: 'segment.move', id, to }),
  };
}
