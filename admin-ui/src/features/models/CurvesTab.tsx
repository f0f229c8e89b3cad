import { EmptyState } from '@/components/States';
import type { Model } from '@/lib/api/types/models';
import { CalibrationChart } from './CalibrationChart';
import { ClusterChart } from './ClusterChart';
import { ClusterMapCard } from './ClusterMapCard';
import { curveOf, tableOf } from './evidence';
import { PairPlotCard } from './PairPlotCard';
import { ResidualsChart } from './ResidualsChart';
import { PrecisionRecallChart, RocChart } from './RocChart';
import { ScoresChart } from './ScoresChart';

const CURVES = ['calibration', 'roc', 'precisionRecall', 'residuals'];

/** Whether a card has anything to draw. */
const draws = (m: Model) =>
  m.kind === 'CLUSTER' ||
  CURVES.some((name) => curveOf(m, name)) ||
  tableOf(m, 'clusters') !== undefined ||
  (m.card.scores?.quantiles?.length ?? 0) > 1 ||
  Object.keys(m.card.scores?.shares ?? {}).length > 0;

/** The pictures behind the measures; of several versions over each other. */
export function CurvesTab({ models }: { models: Model[] }) {
  if (!models.some(draws)) {
    return (
      <div className="card">
        <EmptyState title="No curves came with this model">
          A model that is trained here brings them; a registered file does not.
        </EmptyState>
      </div>
    );
  }
  const [model] = models;
  return (
    <div className="model-charts">
      {model?.kind === 'CLUSTER' && (
        <div className="model-wide stack">
          <ClusterMapCard key={model.hash} model={model} />
          <PairPlotCard key={`${model.hash} pairs`} model={model} />
        </div>
      )}
      <CalibrationChart models={models} />
      <RocChart models={models} />
      <PrecisionRecallChart models={models} />
      <ResidualsChart models={models} />
      <ClusterChart models={models} />
      <ScoresChart models={models} />
    </div>
  );
}
