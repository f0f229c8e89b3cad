import { useVocabulary } from '@/lib/api/vocabulary';
import { humanize } from '@/lib/text';

/** What the vocabulary calls an attribute or feature that a model reads. */
export function useInputLabel(): (name: string) => string {
  const terms = useVocabulary().data?.terms;
  return (name) => terms?.find((t) => t.name === name)?.label ?? humanize(name);
}
