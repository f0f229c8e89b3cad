import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { SampleTable } from '@/components/SampleTable';
import { SegmentBars } from '@/components/SegmentBars';
import { EmptyState } from '@/components/States';
import { useConditionCount } from '@/lib/api/countCondition';
import type { Condition } from '@/lib/api/types/condition';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  condition: Condition;
  /** Whether to tell the segments of those who match; pointless for a segment itself. */
  bySegment?: boolean;
}

/** Who meets a condition today: how many of which segment, and five of them by name. */
export function WhoMatches({ condition, bySegment }: Props) {
  const { integer, when } = useFormats();
  const count = useConditionCount(condition);
  const data = count.data;
  const sub = data
    ? `${integer(data.customers)} ${plural(data.customers, 'customer')}${data.asOf ? `, scores from ${when(data.asOf)}` : ''}`
    : count.error
      ? ''
      : 'Counting…';
  return (
    <Card title="Who matches now" sub={sub}>
      <Loaded query={count} height={210} label="Counting customers">
        {(found) =>
          found.customers === 0 ? (
            <EmptyState title="Nobody matches now" />
          ) : (
            <div className={bySegment ? 'who-matches' : undefined}>
              {bySegment && <SegmentBars count={found} />}
              <SampleTable rows={found.sample} />
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
