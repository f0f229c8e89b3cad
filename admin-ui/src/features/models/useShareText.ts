import type { ModelAttributions } from '@/lib/api/types/attributions';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { useScoreText } from './useScoreText';

interface ShareText {
  /** What a share does. */
  text: (amount: number) => string;
  /** What shares are, in words. */
  unit: string;
}

/** How shares are written: added to a score, or what the score or its odds are multiplied by. */
export function useShareText(model: Model, scale: ModelAttributions['scale']): ShareText {
  const { fixed, number } = useFormats();
  const score = useScoreText(model);
  const factor = (amount: number) => `×${fixed(Math.exp(amount), 2)}`;
  switch (scale) {
    case 'LOG':
      return { text: factor, unit: 'what the score is multiplied by' };
    case 'LOG_ODDS':
      return { text: factor, unit: 'what the odds are multiplied by' };
    case 'DISTANCE':
      return { text: (n) => number(n, 2), unit: 'nearer than the next cluster by' };
    default:
      return { text: score.text, unit: 'added to the score' };
  }
}
