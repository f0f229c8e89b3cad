import { Dot } from '@/components/SegmentTag';
import type { CustomerRow as Row } from '@/lib/api/types/customers';
import { cx } from '@/lib/cx';
import { useAtRiskThreshold } from '@/lib/SessionContext';
import type { SegmentPalette } from '@/lib/segments';
import type { Scores } from '@/lib/useScores';

interface Props {
  row: Row;
  segments: SegmentPalette;
  scores: Scores;
}

/** A customer in the list: name, segment and number, and the scores that lists show. */
export function CustomerRow({ row, segments, scores: { value, risk, shown } }: Props) {
  const atRisk = useAtRiskThreshold();
  const segment = row.segment ? segments.of(row.segment) : null;
  return (
    <div className="customer-row">
      <span className="customer-name">{row.name || row.id}</span>
      <span className="customer-value num">{shown.includes(value) && value.text(row.clv)}</span>
      <span className="customer-meta">
        {segment && (
          <>
            <Dot color={segment.color} />
            <span className="customer-segment">{segment.label}</span>
          </>
        )}
        {row.name && <span className="num">{row.id}</span>}
      </span>
      <span
        className={cx(
          'customer-meta customer-risk num',
          row.churnRisk !== null && row.churnRisk >= atRisk && 'customer-at-risk',
        )}
      >
        {shown.includes(risk) && risk.text(row.churnRisk)}
      </span>
    </div>
  );
}
