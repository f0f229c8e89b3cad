import { Card } from '@/components/Card';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { useFormats } from '@/lib/SessionContext';

/** How eligible actions are put in order, and how many customers are left out of it. */
export function RankingTab({ arbitration, holdout }: Pick<LiveStrategy, 'arbitration' | 'holdout'>) {
  const { percent } = useFormats();
  return (
    <div className="stack">
      <Card title="Arbitration">
        <p className="strategy-sentence">{arbitration.sentence}</p>
      </Card>
      <Card title="Holdout">
        <p>
          {holdout.share > 0
            ? `${percent(holdout.share, Number.isInteger(holdout.share * 100) ? 0 : 1)} of the base is left untouched, always the same customers, to measure lift.`
            : 'Nobody is held out, so lift cannot be measured.'}
        </p>
      </Card>
    </div>
  );
}
