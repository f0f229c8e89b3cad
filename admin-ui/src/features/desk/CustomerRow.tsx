import { Dot } from '@/components/SegmentTag';
import type { CustomerRow as Row } from '@/lib/api/types/customers';
import { cx } from '@/lib/cx';
import { DASH } from '@/lib/format';
import { useAtRiskThreshold, useFormats } from '@/lib/SessionContext';
import type { SegmentPalette } from '@/lib/segments';

export function CustomerRow({ row, segments }: { row: Row; segments: SegmentPalette }) {
  const { money, percent } = useFormats();
  const atRisk = useAtRiskThreshold();
  const segment = row.segment ? segments.of(row.segment) : null;
  return (
    <div className="customer-row">
      <span className="customer-name">{row.name || row.id}</span>
      <span className="customer-clv num">{row.clv === null ? DASH : money(row.clv)}</span>
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
        {row.churnRisk === null ? DASH : percent(row.churnRisk)}
      </span>
    </div>
  );
}
