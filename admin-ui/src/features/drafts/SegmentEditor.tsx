import { ArrowUpDown, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button, IconButton } from '@/components/Button';
import { TextField } from '@/components/Fields';
import type { SegmentRule } from '@/lib/api/types/drafts';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { ColorField } from './ColorField';
import { MoveDialog } from './MoveDialog';
import { RuleCondition } from './RuleCondition';
import { RuleDrl } from './RuleDrl';
import type { SegmentActs } from './useSegmentActs';

/** One segment: how it is shown, who belongs to it, and what can be done with it. */
export function SegmentEditor({ segment, acts }: { segment: SegmentRule; acts: SegmentActs }) {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const lastResort = useDocument((d) => d.segments.otherwise === segment.id);
  const [moving, setMoving] = useState(false);
  const { id, label, description, color, when } = segment;
  const set = (to: Partial<SegmentRule>) => edit({ do: 'segment.set', id, set: to });
  return (
    <section className="card rule-editor" aria-label={`Segment ${label}`}>
      <div className="rule-head">
        <TextField
          label="Label"
          hideLabel
          className="rule-title"
          value={label}
          onChange={(to) => set({ label: to })}
          disabled={!editable}
          problem={label.trim() === '' ? 'A segment needs a label.' : undefined}
        />
        {editable && (
          <span className="row">
            <IconButton
              label="Move to position…"
              icon={<ArrowUpDown aria-hidden />}
              onPress={() => setMoving(true)}
            />
            <IconButton
              label={`Duplicate ${label}`}
              icon={<Copy aria-hidden />}
              onPress={() => acts.duplicate(id)}
            />
            <IconButton
              label={`Delete ${label}`}
              icon={<Trash2 aria-hidden />}
              onPress={() => acts.remove(id)}
            />
          </span>
        )}
      </div>
      <RuleCondition
        tag="WHEN"
        words="a customer matches"
        condition={when}
        onChange={(to) => set({ when: to })}
        withoutSegments
        place={`segments/${id}/when`}
      />
      <div className="rule-then">
        <p className="rule-when">
          <span className="tag">THEN</span> they belong to this segment
        </p>
        <div className="rule-fields">
          <TextField
            label="Description"
            value={description}
            onChange={(to) => set({ description: to })}
            disabled={!editable}
          />
          <ColorField segment={id} color={color} onChange={(to) => set({ color: to })} disabled={!editable} />
        </div>
        <div className="row row-wrap">
          {lastResort ? (
            <Badge tone="accent">Last resort: also takes everybody whom no segment matches</Badge>
          ) : (
            editable && (
              <Button small onPress={() => edit({ do: 'segment.lastResort', id })}>
                Make it the last resort
              </Button>
            )
          )}
          <span className="muted small row-end">
            Id in files <code>{id}</code>
          </span>
        </div>
      </div>
      <RuleDrl rule={id} />
      <MoveDialog open={moving} onClose={() => setMoving(false)} id={id} onMove={acts.move} />
    </section>
  );
}
