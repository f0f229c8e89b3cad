import type { Model } from '@/lib/api/types/models';
import { EvidenceCard } from './EvidenceCard';
import { ImportanceChart } from './ImportanceChart';

/** What it reads, what each feature is worth, and which ones might be added. */
export function FeaturesTab({ models }: { models: Model[] }) {
  return (
    <div className="stack">
      <ImportanceChart models={models} />
      <EvidenceCard
        models={models}
        table="features"
        title="Learned again without it"
        rows="Feature"
        figure="lossChange"
      />
      <EvidenceCard
        models={models}
        table="generated"
        title="Features that might be added"
        rows="Feature"
        figure="lossChange"
      />
    </div>
  );
}
