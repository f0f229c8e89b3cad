import { Card } from '@/components/Card';
import { SegmentBars } from '@/components/SegmentBars';
import { ErrorState } from '@/components/States';
import { useConditionCount } from '@/lib/api/countCondition';
import type { AudienceSource } from '@/lib/api/types/audiences';
import type { Condition } from '@/lib/api/types/condition';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { PreviewFigures } from './PreviewFigures';

/** The right rail: how many, out of which segments, and who. */
export function LivePreview({ source }: { source: AudienceSource | null }) {
  const settled = useDebounced(source);
  const condition = settled && 'condition' in settled ? settled.condition : null;
  return (
    <aside className="stack" aria-label="Live preview">
      <Card title="Audience now" sub="Counted on every customer as you edit">
        <PreviewFigures source={settled} channel="" />
      </Card>
      {condition && <BySegment condition={condition} />}
    </aside>
  );
}

function BySegment({ condition }: { condition: Condition }) {
  const { percent, duration } = useFormats();
  const { data, error, isPlaceholderData, refetch } = useConditionCount(condition);
  if (error) {
    return (
      <Card title="By segment">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    );
  }
  if (!data || data.customers === 0) return null;
  return (
    <Card
      title="By segment"
      sub={`${percent(data.share, 1)} of the base, counted in ${duration(data.millis)}`}
    >
      <div style={{ opacity: isPlaceholderData ? 0.5 : 1 }}>
        <SegmentBars count={data} />
      </div>
    </Card>
  );
}
