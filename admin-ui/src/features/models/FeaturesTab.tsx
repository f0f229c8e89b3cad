import type { Model } from '@/lib/api/types/models';
import { EvidenceCard } from './EvidenceCard';
import { ImportanceChart } from './ImportanceChart';
import { InputsCard } from './InputsCard';

/** What it reads, what each feature is worth, and which ones might be added. */
export function FeaturesTab({ models }: { models: Model[] }) {
  const [model] = models;
  return (
    <div className="stack">
      <ImportanceChart models={models} />
      {model && models.length === 1 && <InputsCard model={model} />}
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
