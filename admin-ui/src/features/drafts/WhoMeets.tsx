import { useMemo } from 'react';
import { Card } from '@/components/Card';
import { fromJson, toCondition } from '@/components/condition/draft';
import { SampleTable } from '@/components/SampleTable';
import { SegmentBars } from '@/components/SegmentBars';
import { ErrorState } from '@/components/States';
import { useConditionCount } from '@/lib/api/countCondition';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { Condition } from '@/lib/api/types/condition';
import { useOtherScores } from '@/lib/draft/useOtherScores';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { termsOf, useLiveCondition } from '@/lib/useLiveCondition';
import { SegmentsContext } from '@/lib/useSegments';

/** Five of the customers a condition is about, whatever stands above it. */
export function WhoMeets({ condition }: { condition: Condition }) {
  const settled = useDebounced(condition);
  const { integer } = useFormats();
  const finished = useMemo(
    () => ('all' in settled && settled.all.length === 0 ? settled : toCondition(fromJson(settled))),
    [settled],
  );
  const live = useLiveStrategy().data;
  const others = useOtherScores();
  const counted = useLiveCondition(finished, others);
  const { data, error, isPlaceholderData, refetch } = useConditionCount(counted);
  if (counted && error) {
    return (
      <Card title="Who matches">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    );
  }
  if (live && finished && termsOf(finished).some((name) => others.includes(name))) {
    return (
      <Card title="Who matches">
        <p className="muted">
          The draft decides with another model than the live one, so who matches is shown by its simulation.
        </p>
      </Card>
    );
  }
  if (!counted || !data || data.sample.length === 0) return null;
  return (
    <Card title="Who matches" sub={`${integer(data.customers)} meet the condition; today they are in`} flush>
      <div className={isPlaceholderData ? 'behind' : undefined}>
        {/* Where they are today is told in the words of today, not in those of the draft. */}
        <div className="who-now">
          <SegmentsContext value={null}>
            <SegmentBars count={data} />
          </SegmentsContext>
        </div>
        <SampleTable rows={data.sample} />
      </div>
    </Card>
  );
}
