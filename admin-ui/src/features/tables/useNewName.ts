import { useVocabulary } from '@/lib/api/vocabulary';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { newId } from '@/lib/draft/ids';
import { tablesOf } from '@/lib/draft/tables';

/** Makes the name of a new result of its label: one that no term and no other result has. */
export function useNewName(): (label: string) => string {
  const { session } = useOpenDraft();
  const terms = useVocabulary().data?.terms ?? [];
  return (label) => {
    const tables = tablesOf(session.snapshot().history.content.document);
    const results = tables.flatMap((t) => t.outputs.map((o) => o.name));
    return newId(label, [...terms.map((t) => t.name), ...results], 'result');
  };
}
