import { Badge, type Tone } from '@/components/Badge';
import type { DraftState } from '@/lib/api/types/drafts';

const STATES: Record<DraftState, [string, Tone]> = {
  OPEN: ['Draft', 'accent'],
  IN_REVIEW: ['In review', 'warn'],
  APPROVED: ['Approved', 'good'],
  SCHEDULED: ['Scheduled', 'good'],
  PUBLISHED: ['Published', 'neutral'],
  DISCARDED: ['Discarded', 'neutral'],
};

export function DraftBadge({ state }: { state: DraftState }) {
  const [word, tone] = STATES[state] ?? [state, 'neutral'];
  return <Badge tone={tone}>{word}</Badge>;
}
