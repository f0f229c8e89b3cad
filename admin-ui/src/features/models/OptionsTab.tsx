import { EmptyState } from '@/components/States';
import type { Model } from '@/lib/api/types/models';
import { CHANGED_SETTINGS, ChangedSettingsCard } from './ChangedSettingsCard';
import { EvidenceCard } from './EvidenceCard';
import { tableOf } from './evidence';

/** What other settings would have given, on the same rows: class weights, SMOTE, monotone constraints, penalties. */
export function OptionsTab({ models }: { models: Model[] }) {
  if (!models.some((m) => OPTIONS.some((name) => tableOf(m, name)))) {
    return (
      <div className="card">
        <EmptyState title="No other settings were tried">
          The trainer compares settings where a recipe asks for it and rows are enough.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="stack">
      <ChangedSettingsCard models={models} />
      <EvidenceCard
        models={models}
        table="options"
        title="Other settings"
        rows="Settings"
        figure="lossChange"
      />
      <EvidenceCard
        models={models}
        table="clusterCounts"
        title="Numbers of clusters"
        rows="Clusters"
        figure="silhouette"
      />
      <EvidenceCard
        models={models}
        table="intervals"
        title="Intervals of the score"
        rows="To hold"
        figure="halfWidth"
      />
    </div>
  );
}

const OPTIONS = [CHANGED_SETTINGS, 'options', 'clusterCounts', 'intervals'];
