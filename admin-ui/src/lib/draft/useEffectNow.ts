import { useDraftEffect } from '../api/draftEffect';
import { useDebounced } from '../useDebounced';
import { useSnapshot } from './DraftContext';

/** Whom the draft on the screen would reach, a moment after the last change. */
export function useEffectNow() {
  const content = useSnapshot((now) => now.history.content);
  const settled = useDebounced(content);
  const { data, error, isFetching, isPlaceholderData, refetch } = useDraftEffect(
    settled.basedOn,
    settled.document,
  );
  /** Whether the figures are about an earlier state than the one on the screen. */
  const behind = settled.document !== content.document || isPlaceholderData;
  return { data, error, refetch, behind, counting: isFetching };
}
