import { useDraftExamples } from '@/lib/api/draftExamples';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { useDebounced } from '@/lib/useDebounced';

const PAUSE_MILLIS = 600;

/** Which of its examples the draft on the screen meets, a moment after the last change. */
export function useExamplesNow() {
  const content = useSnapshot((now) => now.history.content);
  const settled = useDebounced(content, PAUSE_MILLIS);
  const { data, error, isPlaceholderData } = useDraftExamples(settled.basedOn, settled.document);
  /** Whether the results are about an earlier state than the one on the screen. */
  const behind = settled.document !== content.document || isPlaceholderData;
  return { data, error, behind };
}
