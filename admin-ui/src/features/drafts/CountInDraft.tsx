import { useDraftCount } from '@/lib/api/draftCount';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';

const PAUSE_MILLIS = 400;

/** How many customers meet a condition that only the draft can answer, because it asks for what its tables give. */
export function CountInDraft({ place }: { place: string }) {
  const { integer } = useFormats();
  const content = useSnapshot((now) => now.history.content);
  const { basedOn, document } = useDebounced(content, PAUSE_MILLIS);
  const { data, error } = useDraftCount(basedOn, document, place);
  const customers = error ? null : (data?.customers ?? null);
  return <>{customers === null ? DASH : integer(customers)}</>;
}
