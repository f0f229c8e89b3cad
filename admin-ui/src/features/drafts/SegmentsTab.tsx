import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NameDialog } from '@/components/NameDialog';
import { EmptyState } from '@/components/States';
import { useDocument, useOpenDraft } from '@/lib/draft/DraftContext';
import { PriorityList } from './PriorityList';
import { SegmentEditor } from './SegmentEditor';
import { SegmentRail } from './SegmentRail';
import { useOpenRule } from './useOpenRule';
import { useSegmentActs } from './useSegmentActs';

/** Segments in the order they are asked, the one that is open, and whom it would reach. */
export function SegmentsTab() {
  const { editable } = useOpenDraft();
  const segments = useDocument((d) => d.segments.segments);
  const [rule] = useOpenRule();
  const acts = useSegmentActs();
  const [naming, setNaming] = useState(false);
  const chosen = segments.find((s) => s.id === rule) ?? segments[0];
  const add = editable && (
    <Button small onPress={() => setNaming(true)}>
      <Plus aria-hidden />
      Segment
    </Button>
  );
  if (!chosen) return <EmptyState title="The draft has no segments" action={add} />;
  return (
    <div className="draft-editor">
      <section className="card draft-list" aria-labelledby="priority">
        <div className="row row-between draft-list-head">
          <div>
            <h2 id="priority">Priority</h2>
            <p className="muted small">First match wins</p>
          </div>
          {add}
        </div>
        <PriorityList segments={segments} chosen={chosen.id} acts={acts} />
      </section>
      <SegmentEditor key={chosen.id} segment={chosen} acts={acts} />
      <SegmentRail segment={chosen} />
      <NameDialog
        title="New segment"
        submit="Add segment"
        hint="Its id in files is made of it; it stands in front of the last segment"
        open={naming}
        onClose={() => setNaming(false)}
        onName={acts.add}
      />
    </div>
  );
}
