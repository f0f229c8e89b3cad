import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { versionName } from './evidence';
import { nearest, operatingPoints } from './operatingPoints';

/** The same threshold under several versions. */
export function ThresholdVersions({ models, threshold }: { models: Model[]; threshold: number }) {
  const { percent, fixed } = useFormats();
  const rows = models.map((model) => {
    const points = operatingPoints(model);
    return { model, point: points[nearest(points, threshold)] };
  });
  const cell = (n: number | undefined, text: (n: number) => string) => (n === undefined ? DASH : text(n));
  const share = (n: number) => percent(n, 1);
  return (
    <Card title="Threshold compared" sub="The nearest point measured under each version" flush>
      <Table
        label="Threshold of the versions"
        rows={rows}
        rowKey={({ model }) => model.hash}
        columns={[
          { id: 'name', header: 'Version', cell: ({ model }) => versionName(model) },
          {
            id: 'threshold',
            header: 'Threshold',
            numeric: true,
            cell: ({ point }) => cell(point?.threshold, share),
          },
          {
            id: 'precision',
            header: 'Precision',
            numeric: true,
            cell: ({ point }) => cell(point?.precision, share),
          },
          { id: 'recall', header: 'Recall', numeric: true, cell: ({ point }) => cell(point?.recall, share) },
          {
            id: 'f1',
            header: 'F1',
            numeric: true,
            cell: ({ point }) => cell(point?.f1, (n) => fixed(n, 3)),
          },
          { id: 'above', header: 'Contacted', numeric: true, cell: ({ point }) => cell(point?.above, share) },
        ]}
      />
    </Card>
  );
}
