import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import type { Model } from '@/lib/api/types/models';
import { GainChart } from './GainChart';
import { nearest, type OperatingPoint, operatingPoints, usualThreshold } from './operatingPoints';
import { PrecisionRecallChart, RocChart } from './RocChart';
import { StakesFields } from './StakesFields';
import { ThresholdOutcome } from './ThresholdOutcome';
import { ThresholdRealised } from './ThresholdRealised';
import { ThresholdRules } from './ThresholdRules';
import { ThresholdSlider } from './ThresholdSlider';
import { ThresholdVersions } from './ThresholdVersions';
import { useLiveAbove } from './useLiveAbove';
import { useThresholdSearch } from './useThresholdSearch';

/** What acting from one score on would mean: who is found, who is bothered, what it costs and brings. */
export function ThresholdTab({ models }: { models: Model[] }) {
  const [model] = models;
  const points = model ? operatingPoints(model) : [];
  if (!model || points.length === 0) {
    return (
      <div className="card">
        <EmptyState title="There is no threshold to choose">
          It takes a probability and the curve of precision and recall, which trained models bring.
        </EmptyState>
      </div>
    );
  }
  return <Threshold model={model} models={models} points={points} />;
}

interface Props {
  model: Model;
  models: Model[];
  points: OperatingPoint[];
}

function Threshold({ model, models, points }: Props) {
  const [chosen, choose] = useThresholdSearch();
  const index = nearest(points, chosen.threshold ?? usualThreshold(model, points));
  const point = points[index] as OperatingPoint;
  const live = useLiveAbove(model, point.threshold);
  const goTo = (i: number) => choose({ threshold: points[i]?.threshold });
  return (
    <div className="stack">
      <Card
        title="Threshold"
        sub="Everybody with at least this score would be contacted; measured on rows not learned from"
      >
        <div className="stack-s">
          <ThresholdSlider model={model} points={points} index={index} onChange={goTo} />
          <StakesFields stakes={chosen} onChange={choose} />
          <ThresholdOutcome point={point} stakes={chosen} live={live} />
          <ThresholdRealised model={model} point={point} />
        </div>
      </Card>
      <ThresholdRules model={model} threshold={point.threshold} live={live.live} />
      {models.length > 1 && <ThresholdVersions models={models} threshold={point.threshold} />}
      <div className="model-charts">
        <GainChart points={points} index={index} stakes={chosen} onChoose={goTo} />
        <PrecisionRecallChart models={models} threshold={point.threshold} />
        <RocChart models={models} threshold={point.threshold} />
      </div>
    </div>
  );
}
