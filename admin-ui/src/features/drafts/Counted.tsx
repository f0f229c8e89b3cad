import { useFormats } from '@/lib/SessionContext';

/** Of when the figures are; while newer ones are on their way it says so instead. */
export function Counted({ asOf, counting }: { asOf: string | null; counting: boolean }) {
  const { when } = useFormats();
  return (
    <p className="small muted counted" role="status">
      {counting ? 'Counting…' : asOf ? `Scores from ${when(asOf)}` : ''}
    </p>
  );
}
