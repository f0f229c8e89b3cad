import type { ConditionCount } from '@/lib/api/types/condition';
import { useFormats } from '@/lib/SessionContext';
import { useSegments } from '@/lib/useSegments';
import { Meter } from './Meter';
import './segmentBars.css';

/** Out of which segments the customers of a count come. */
export function SegmentBars({ count }: { count: ConditionCount }) {
  const { integer } = useFormats();
  const segments = useSegments();
  return (
    <ul className="segment-bars">
      {count.bySegment.map((s) => {
        const { label, color } = segments.of(s.name);
        return (
          <li key={s.name}>
            <span>{label}</span>
            <span className="num muted">{integer(s.customers)}</span>
            <Meter share={s.customers / count.customers} color={color} />
          </li>
        );
      })}
    </ul>
  );
}
