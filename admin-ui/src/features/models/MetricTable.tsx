import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { measureText, metricText } from '@/lib/metrics';
import { useFormats } from '@/lib/SessionContext';

export function MetricTable({ model }: { model: Model }) {
  const formats = useFormats();
  if (model.metrics.length === 0) return <p className="muted">No measurement came with this model.</p>;
  const rows = model.metrics.map((m) => ({ ...metricText(m, formats), baseline: m.baseline }));
  return (
    <Table
      label={`Measures of ${model.label}`}
      rows={rows}
      rowKey={(m) => m.name}
      columns={[
        { id: 'name', header: 'Measure', cell: (m) => m.name },
        { id: 'value', header: 'Value', numeric: true, cell: (m) => <b>{m.value}</b> },
        { id: 'interval', header: '95% interval', numeric: true, cell: (m) => m.interval ?? DASH },
        {
          id: 'baseline',
          header: 'Baseline',
          numeric: true,
          cell: (m) => (m.baseline == null ? DASH : measureText(m.baseline, formats)),
        },
      ]}
    />
  );
}
