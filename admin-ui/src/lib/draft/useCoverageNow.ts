import { useDraftCoverage } from '../api/draftCoverage';
import { useDebounced } from '../useDebounced';
import { useSnapshot } from './DraftContext';

const PAUSE_MILLIS = 600;

/** Whom each rule of the draft on the screen decides, and which examples stand for it, a moment after the last change. */
export function useCoverageNow() {
  const content = useSnapshot((now) => now.history.content);
  const settled = useDebounced(content, PAUSE_MILLIS);
  const { data, error, isPlaceholderData } = useDraftCoverage(settled.basedOn, settled.document);
  /** Whether the figures are about an earlier state than the one on the screen. */
  const behind = settled.document !== content.document || isPlaceholderData;
  return { data, error, behind };
}
