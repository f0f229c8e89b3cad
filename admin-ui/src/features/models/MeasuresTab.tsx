import { Card } from '@/components/Card';
import type { Model, ModelSummary } from '@/lib/api/types/models';
import { DoubtsCompared } from './DoubtsCompared';
import { EvidenceCard } from './EvidenceCard';
import { MeasureCard } from './MeasureCard';
import { MeasuresCompared } from './MeasuresCompared';
import { OutOfTimeCard } from './OutOfTimeCard';
import { RivalsCard } from './RivalsCard';
import { PARTS, RIVALS } from './rivals';
import { targetsOf } from './targets';

interface Props {
  models: Model[];
  /** The other versions of the same score. */
  siblings: ModelSummary[];
}

/** How good it is, against what was asked for, against simpler models, and against models of other recipes. */
export function MeasuresTab({ models, siblings }: Props) {
  const [model] = models;
  return (
    <div className="stack">
      {models.length > 1 ? (
        <>
          <MeasuresCompared models={models} />
          <DoubtsCompared models={models} />
        </>
      ) : (
        model && <Measures model={model} />
      )}
      <OutOfTimeCard models={models} />
      {model && models.length === 1 && (
        <>
          <RivalsCard model={model} siblings={siblings} table={PARTS} title="Parts of the average" />
          <RivalsCard model={model} siblings={siblings} table={RIVALS} title="Models by other recipes" />
        </>
      )}
      <EvidenceCard
        models={models}
        table="baselines"
        title="Baselines"
        rows="Who answers"
        figure="lossChange"
      />
      <EvidenceCard models={models} table="copies" title="Copies of rows" rows="How measured" figure="" />
    </div>
  );
}

function Measures({ model }: { model: Model }) {
  const targets = targetsOf(model);
  return (
    <Card
      title="Measures"
      sub={model.metrics.length > 0 ? 'With their 95% intervals, against what was asked for' : undefined}
    >
      {model.metrics.length === 0 ? (
        <p className="muted">No measurement came with this model.</p>
      ) : (
        <ul className="measures" aria-label={`Measures of ${model.label}`}>
          {model.metrics.map((metric) => (
            <MeasureCard
              key={metric.name}
              metric={metric}
              belief={model.promotion.belief}
              target={targets.find((t) => t.metric === metric.name)}
            />
          ))}
        </ul>
      )}
      {model.card.protocol && <p className="muted small model-protocol">{model.card.protocol}</p>}
    </Card>
  );
}
