import { useMutation } from '@tanstack/react-query';
import { typicalExample } from '../api/typicalExample';
import { useOpenDraft } from './DraftContext';

/**
 * Pins a typical customer of a rule of the draft on the screen, by its place (segments/at_risk, tables/care/rows/3): an edit as
 * any other, which can be undone.
 */
export function usePinTypical(onPinned: (why: string) => void) {
  const { session } = useOpenDraft();
  return useMutation({
    mutationFn: (place: string) => {
      const { basedOn, document } = session.snapshot().history.content;
      return typicalExample(basedOn, document, place);
    },
    onSuccess: (example) => {
      session.edit({ do: 'example.add', example });
      onPinned(example.why);
    },
  });
}
