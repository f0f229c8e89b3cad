import { Card } from '@/components/Card';
import type { ModelDrift } from '@/lib/api/monitoring';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { DriftTable } from './DriftTable';
import { ThenAndNow } from './ThenAndNow';

interface Props {
  model: ModelDrift;
  chosen: string | undefined;
  onChoose: (subject: string | undefined) => void;
}

/** One model: how far its score and inputs are from its card, and the distribution that was asked for. */
export function ModelDriftCard({ model, chosen, onChoose }: Props) {
  const { integer } = useFormats();
  const open = [model.scores, ...model.inputs].find((subject) => subject.subject === chosen);
  const { customers, referenceCustomers } = model.scores.drift;
  return (
    <Card
      title={model.label}
      sub={`Version ${model.version}: ${integer(customers)} ${plural(customers, 'customer')} now, compared with ${integer(referenceCustomers)} of its card`}
    >
      <div className="stack-s">
        <DriftTable model={model} chosen={chosen} onChoose={onChoose} />
        {open && (
          <ThenAndNow
            key={open.subject}
            title={`${open.label}, then and now`}
            then="On the model's card"
            drift={open.drift}
          />
        )}
      </div>
    </Card>
  );
}
