import { useDraftDistribution } from '@/lib/api/draftDistribution';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { useDebounced } from '@/lib/useDebounced';

const PAUSE_MILLIS = 250;

/** How a comparison of the draft on the screen divides the customers, a moment after the last change. */
export function useDistributionNow(place: string) {
  const content = useSnapshot((now) => now.history.content);
  const settled = useDebounced(content, PAUSE_MILLIS);
  const { data, error, refetch, isPlaceholderData } = useDraftDistribution(
    settled.basedOn,
    settled.document,
    place,
  );
  return { data, error, refetch, behind: settled.document !== content.document || isPlaceholderData };
}
