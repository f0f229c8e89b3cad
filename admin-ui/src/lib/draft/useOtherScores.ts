import { useMemo } from 'react';
import { useLiveStrategy } from '../api/strategy';
import { useDocument } from './DraftContext';
import { modelsOf } from './models';

/** Scores that another model gives in the draft on the screen than in the live strategy; all, as long as that is not known. */
export function useOtherScores(): string[] {
  const chosen = useDocument(modelsOf);
  const live = useLiveStrategy().data?.models;
  return useMemo(
    () =>
      live
        ? live.filter(({ name, hash }) => (chosen[name] ?? hash) !== hash).map(({ name }) => name)
        : Object.keys(chosen),
    [chosen, live],
  );
}
