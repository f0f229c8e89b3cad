import type { DraftChange } from '@/lib/api/types/drafts';

export type Mark = 'New' | 'Edited';

/** Which segments, or which actions with their engagement, differ from the strategy the draft was made from. */
export function marksOf(changes: DraftChange[], ...parts: string[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { place, field, before } of changes) {
    const [part = '', id] = place.split('/');
    if (!id || !parts.includes(part)) continue;
    marks.set(id, field === '' && before === '' && part === parts[0] ? 'New' : (marks.get(id) ?? 'Edited'));
  }
  return marks;
}
