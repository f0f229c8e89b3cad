import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { NotLoaded } from '@/components/NotLoaded';
import { Skeleton } from '@/components/States';
import { Table } from '@/components/Table';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { Model, ModelInput } from '@/lib/api/types/models';
import { useVocabulary } from '@/lib/api/vocabulary';
import { plural } from '@/lib/format';
import { humanize } from '@/lib/text';
import { isComputed, suppliedTo } from './suppliedTo';
import { useInputLabel } from './useInputLabel';

/** What the file computes by itself and from what, and what whoever scores with it has to supply. */
export function InputsCard({ model }: { model: Model }) {
  const label = useInputLabel();
  const vocabulary = useVocabulary();
  const strategy = useLiveStrategy();
  const { inputs } = model.card;
  if (inputs.length === 0) return null;
  const computed = inputs.filter(isComputed).length;
  const supplied = suppliedTo(model);
  return (
    <Card title="What the file reads" sub={sentence(inputs.length, computed, supplied.length)} flush>
      <NotLoaded query={vocabulary} what="The terms of the live strategy" />
      <NotLoaded query={strategy} what="The features of the live strategy" />
      <Table
        label="Inputs of the file"
        rows={inputs}
        rowKey={(input) => input.name}
        columns={[
          { id: 'input', header: 'Input', className: 'model-row-name', cell: (input) => label(input.name) },
          {
            id: 'who',
            header: 'Who brings it',
            cell: (input) =>
              isComputed(input) ? (
                <Badge tone="good">Computed in the file</Badge>
              ) : (
                <Badge>Must be supplied</Badge>
              ),
          },
          { id: 'from', header: 'From what', cell: (input) => <Source input={input} /> },
          { id: 'type', header: 'Kind', cell: (input) => humanize(input.type) },
        ]}
      />
      <p className="model-supplied">
        <b>To score with it elsewhere, supply:</b> {supplied.map(label).join(', ')}
      </p>
    </Card>
  );
}

function sentence(all: number, computed: number, supplied: number): string {
  const values = `${supplied} ${plural(supplied, 'value')} of a customer`;
  return computed === 0
    ? `It computes none of its ${all} ${plural(all, 'input')}; whoever scores with it supplies ${values}`
    : `It computes ${computed} of its ${all} ${plural(all, 'input')}; whoever scores with it supplies ${values}`;
}

/** The attributes a computed input is made of, or what a supplied one is here: an attribute, or a feature in words. */
function Source({ input }: { input: ModelInput }) {
  const label = useInputLabel();
  const vocabulary = useVocabulary();
  const strategy = useLiveStrategy();
  if (isComputed(input)) return <>{input.computedFrom?.map(label).join(', ')}</>;
  const feature = strategy.data?.features.find((f) => f.name === input.name);
  if (feature) return <>A feature of ours: {feature.sentence}</>;
  if (vocabulary.isLoading || strategy.isLoading) return <Skeleton height={16} />;
  // Without both nobody can say that there is no such term.
  if (!vocabulary.data || !strategy.data) return null;
  const origin = vocabulary.data.terms.find((t) => t.name === input.name)?.origin;
  if (origin === 'ATTRIBUTE') return <>An attribute of the customer, as imported</>;
  return <span className="muted">{origin ? humanize(origin) : 'The live strategy has no such term'}</span>;
}
