import { Card } from '@/components/Card';
import { Meter } from '@/components/Meter';
import { useConditionCount } from '@/lib/api/countCondition';
import type { AudienceSource, Condition } from '@/lib/api/types';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { useSegments } from '@/lib/useSegments';
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
  const { integer, percent, duration } = useFormats();
  const segments = useSegments();
  const { data, isPlaceholderData } = useConditionCount(condition);
  if (!data || data.customers === 0) return null;
  return (
    <Card
      title="By segment"
      sub={`${percent(data.share, 1)} of the base, counted in ${duration(data.millis)}`}
    >
      <ul className="by-segment" style={{ opacity: isPlaceholderData ? 0.5 : 1 }}>
        {data.bySegment.map((s) => {
          const { label, color } = segments.of(s.name);
          return (
            <li key={s.name}>
              <span>{label}</span>
              <span className="num muted">{integer(s.customers)}</span>
              <Meter share={s.customers / data.customers} color={color} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
