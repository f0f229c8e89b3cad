import { useVocabulary } from '@/lib/api/vocabulary';

/** Puts the labels of the vocabulary where a text of a card has names of attributes and features. */
export function useNamedText(): (text: string, only?: string[]) => string {
  const terms = useVocabulary().data?.terms;
  return (text, only) =>
    text.replaceAll(/\b[a-z][a-z0-9]*(_[a-z0-9]+)*\b/g, (word) => {
      if (only && !only.includes(word)) return word;
      return terms?.find((t) => t.name === word)?.label ?? word;
    });
}
