import { useFormats } from './SessionContext';

/** The share of a challenger as text: with a digit after the point only where there is one. */
export function useShareText() {
  const { percent } = useFormats();
  return (share: number) => percent(share, Math.round(share * 1000) % 10 === 0 ? 0 : 1);
}
