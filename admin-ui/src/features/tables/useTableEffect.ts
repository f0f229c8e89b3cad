import { useDraftFindings } from '@/lib/api/draftFindings';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { useCoverageNow } from '@/lib/draft/useCoverageNow';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { useDebounced } from '@/lib/useDebounced';

const PAUSE_MILLIS = 600;

/** Whom the rows of the draft on the screen are about, what is wrong with them and what looks odd. */
export function useTableEffect() {
  const { view } = useOpenDraft();
  const content = useSnapshot((now) => now.history.content);
  const { basedOn, document } = useDebounced(content, PAUSE_MILLIS);
  const { data, error, refetch, behind, counting } = useEffectNow();
  const found = useDraftFindings(basedOn, document);
  const covered = useCoverageNow();
  return {
    asOf: data?.asOf ?? null,
    customers: data?.customers,
    tables: data?.tables ?? null,
    problems: data?.problems ?? view.problems,
    findings: found.data?.findings ?? NONE,
    /** Of each table whom its rows decide, and for which of them examples stand; null = not counted as it stands now. */
    coverage: covered.behind ? null : (covered.data?.tables ?? null),
    gaps: found.data?.gaps ?? NONE,
    /** Whether what looks odd was looked for in an earlier state of the draft. */
    findingsBehind: found.isPlaceholderData || document !== content.document,
    error,
    refetch,
    behind,
    counting,
  };
}

const NONE: never[] = [];

export type TableEffects = ReturnType<typeof useTableEffect>;
