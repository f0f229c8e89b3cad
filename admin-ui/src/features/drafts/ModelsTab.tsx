import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useDocument } from '@/lib/draft/DraftContext';
import { modelsOf } from '@/lib/draft/models';
import { ModelChoice } from './ModelChoice';
import './draftModels.css';

/** Which version gives each score; whatever the draft says is counted by it. */
export function ModelsTab() {
  const chosen = useDocument(modelsOf);
  const live = useLiveStrategy();
  return (
    <Card
      title="Models"
      sub="Which version gives each score. Counts, thresholds, findings, examples and the simulation of this draft follow, and with its publication the version becomes the champion."
    >
      <Loaded query={live} height={320} label="Loading the live strategy">
        {({ models }) => (
          <ul className="draft-models">
            {Object.entries(chosen).map(([score, hash]) => (
              <ModelChoice
                key={score}
                score={score}
                hash={hash}
                live={models.find((m) => m.name === score)}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}
