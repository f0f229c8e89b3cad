import { Card } from '@/components/Card';
import { useOpenDraft } from './DraftContext';
import { ReviewStep } from './ReviewStep';
import { Simulated } from './Simulated';
import { Timeline } from './Timeline';

/** Trying the draft on every customer, and the way to publication with what was said about it. */
export function ReviewTab() {
  const { view } = useOpenDraft();
  return (
    <div className="two review">
      <Card title="What it would change" sub="Every customer decided under both strategies, nothing stored">
        <Simulated />
      </Card>
      <div className="stack">
        <ReviewStep />
        <Timeline events={view.events} />
      </div>
    </div>
  );
}
