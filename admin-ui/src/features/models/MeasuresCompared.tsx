import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { FigureCell } from './EvidenceCard';
import { versionName } from './evidence';
import { figureName, numberText } from './figureText';
import { targetsOf } from './targets';

/** The measures of several versions side by side; of two, also by how much the first differs. */
export function MeasuresCompared({ models }: { models: Model[] }) {
  const formats = useFormats();
  const names = [...new Set(models.flatMap((m) => m.metrics.map((metric) => metric.name)))];
  const of = (model: Model | undefined, name: string) => model?.metrics.find((m) => m.name === name);
  const targets = models.flatMap(targetsOf);
  const asked = (name: string) => {
    const target = targets.find((t) => t.metric === name);
    return target ? `${target.above ? 'above' : 'below'} ${numberText(name, target.number, formats)}` : DASH;
  };
  const difference = (name: string) => {
    const [left, right] = models.map((m) => of(m, name)?.value);
    if (left === undefined || right === undefined) return DASH;
    const by = left - right;
    return `${by > 0 ? '+' : by < 0 ? '−' : '±'}${numberText(name, Math.abs(by), formats)}`;
  };
  return (
    <Card
      title="Measures compared"
      sub="With their 95% intervals; the customers measured on can differ"
      flush
    >
      <Table
        label="Measures of the versions"
        stickyHeader
        rows={names}
        rowKey={(name) => name}
        columns={[
          { id: 'name', header: 'Measure', cell: figureName },
          ...models.map((model) => ({
            id: model.hash,
            header: versionName(model),
            numeric: true,
            cell: (name: string) => <FigureCell figure={of(model, name)} />,
          })),
          ...(models.length === 2
            ? [{ id: 'difference', header: 'Difference', numeric: true, cell: difference }]
            : []),
          { id: 'asked', header: 'Asked for', numeric: true, cell: asked },
        ]}
      />
    </Card>
  );
}
