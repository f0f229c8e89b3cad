import type { NamedColor } from '@/lib/segments';
import './badge.css';

export const Dot = ({ color }: { color: string }) => <i className="dot" style={{ background: color }} />;

export function SegmentTag({ segment }: { segment: NamedColor }) {
  return (
    <span className="segment-tag">
      <Dot color={segment.color} />
      {segment.label}
    </span>
  );
}
