import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { Dot } from '@/components/SegmentTag';
import { VirtualList } from '@/components/VirtualList';
import type { SegmentRule } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useSegments } from '@/lib/useSegments';
import { type Mark, marksOf } from './marks';
import type { SegmentActs } from './useSegmentActs';

const ROW = 58;

interface Props {
  segments: SegmentRule[];
  chosen: string;
  acts: SegmentActs;
}

/** The segments from the first asked to the last; Alt with an arrow key moves the chosen one, and so does dragging. */
export function PriorityList({ segments, chosen, acts }: Props) {
  const { view, editable } = useOpenDraft();
  const { data } = useEffectNow();
  const palette = useSegments();
  const [said, setSaid] = useState('');
  const marks = useMemo(() => marksOf(view.changes, 'segments'), [view.changes]);
  const reached = useMemo(() => new Map(data?.segments?.map((s) => [s.id, s.reached])), [data]);
  const places = useMemo(() => new Map(segments.map((s, i) => [s.id, i])), [segments]);

  const move = (id: string, to: number) => {
    const place = Math.max(0, Math.min(segments.length - 1, to));
    acts.move(id, place);
    setSaid(`${palette.of(id).label} is now ${place + 1} of ${segments.length}`);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!editable) return false;
    const place = places.get(chosen) ?? 0;
    if (event.altKey && event.key === 'ArrowUp') move(chosen, place - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(chosen, place + 1);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') acts.duplicate(chosen);
    else if (event.key === 'Delete') acts.remove(chosen);
    else return false;
    return true;
  };
  return (
    <div className="draft-list-rows" style={{ height: segments.length * ROW + 12 }}>
      <VirtualList
        label={editable ? 'Segments by priority, Alt with arrow keys moves' : 'Segments by priority'}
        items={segments}
        itemKey={(s) => s.id}
        total={segments.length}
        value={chosen}
        onChange={acts.open}
        rowHeight={ROW}
        onKey={onKey}
        onDrop={editable ? move : undefined}
        row={(s) => (
          <SegmentRow
            movable={editable}
            place={places.get(s.id) ?? 0}
            label={s.label}
            color={palette.of(s.id).color}
            reached={reached.get(s.id)}
            mark={marks.get(s.id)}
            sub={s.description}
          />
        )}
      />
      <span className="sr" role="status">
        {said}
      </span>
    </div>
  );
}

interface RowProps {
  movable: boolean;
  place: number;
  label: string;
  color: string;
  reached: number | undefined;
  mark: Mark | undefined;
  sub: string;
}

const SegmentRow = memo(function SegmentRow({ movable, place, label, color, reached, mark, sub }: RowProps) {
  const { integer } = useFormats();
  return (
    <span className="rule-row">
      <span className="rule-row-lead num">
        {movable && <GripVertical aria-hidden size={14} />}
        {place + 1}
      </span>
      <span className="rule-row-name">
        <Dot color={color} /> {label || 'Without a label'}
      </span>
      <span className="pick-number num">{reached === undefined ? DASH : integer(reached)}</span>
      <span className="rule-row-sub">
        {mark && <span className={`rule-mark rule-mark-${mark.toLowerCase()}`}>{mark}</span>}
        {sub}
      </span>
    </span>
  );
});
