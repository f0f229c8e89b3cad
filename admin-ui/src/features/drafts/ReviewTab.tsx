import { Card } from '@/components/Card';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { Changes } from './Changes';
import { Findings } from './Findings';
import { NewModels } from './NewModels';
import { ReviewStep } from './ReviewStep';
import { Simulated } from './Simulated';
import { Timeline } from './Timeline';

/** Trying the draft on every customer, and the way to publication with what was said about it. */
export function ReviewTab() {
  const { view } = useOpenDraft();
  return (
    <div className="two review">
      <div className="stack">
        <Card title="What it would change" sub="Every customer decided under both strategies, nothing stored">
          <Simulated />
        </Card>
        <NewModels />
        <Findings />
        <Changes />
      </div>
      <div className="stack">
        <ReviewStep />
        <Timeline events={view.events} />
      </div>
    </div>
  );
}
