import type { ReactNode } from 'react';
import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { MetricSummary, Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { measureText, metricName, metricText } from '@/lib/metrics';
import { useFormats } from '@/lib/SessionContext';
import { settingName } from './cardFacts';
import { type Pair, pairedInputs, pairedMetrics, pairedSettings } from './comparison';
import { useInputLabel } from './useInputLabel';

/** Two versions of a score side by side. */
export function Comparison({ model, other }: { model: Model; other: Model }) {
  const formats = useFormats();
  const label = useInputLabel();
  const heads = [`Version ${model.version}`, `Version ${other.version}`] as const;
  const metric = (m: MetricSummary | undefined) => {
    if (!m) return DASH;
    const { value, interval } = metricText(m, formats);
    return (
      <>
        <b>{value}</b>
        {interval && <div className="muted small nowrap">{interval}</div>}
      </>
    );
  };
  const difference = ({ left, right }: Pair<MetricSummary>) => {
    if (!left || !right) return DASH;
    const by = left.value - right.value;
    return `${by > 0 ? '+' : by < 0 ? '−' : '±'}${measureText(Math.abs(by), formats)}`;
  };
  const share = (use: number | undefined) => (use === undefined ? 'not read' : formats.percent(use, 1));
  return (
    <>
      <Card title="Measures compared" sub="With their 95% intervals; the customers measured on can differ">
        <PairTable
          label="Measures of both versions"
          heads={heads}
          rows={pairedMetrics(model, other)}
          name={metricName}
          cell={metric}
          last={{ header: 'Difference', cell: difference }}
        />
      </Card>
      <Card title="Inputs compared" sub="Share of what the model explains that is lost without each">
        <PairTable
          label="Inputs of both versions"
          heads={heads}
          rows={pairedInputs(model, other)}
          name={label}
          cell={share}
        />
      </Card>
      <Card title="Making compared" sub="Data and settings of the training">
        <PairTable
          label="Making of both versions"
          heads={heads}
          rows={pairedSettings(model, other)}
          name={settingName}
          cell={(value) => <span className="break">{value ?? DASH}</span>}
          last={{
            header: <span className="sr">Same or not</span>,
            cell: (p) => (p.left === p.right ? <span className="muted">same</span> : <Badge>differs</Badge>),
          }}
        />
      </Card>
    </>
  );
}

interface PairTableProps<T> {
  label: string;
  heads: readonly [string, string];
  rows: Pair<T>[];
  name: (name: string) => string;
  cell: (value: T | undefined) => ReactNode;
  last?: { header: ReactNode; cell: (pair: Pair<T>) => ReactNode };
}

function PairTable<T>({ label, heads, rows, name, cell, last }: PairTableProps<T>) {
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={(p) => p.name}
      columns={[
        { id: 'name', header: 'Name', cell: (p) => name(p.name) },
        { id: 'left', header: heads[0], numeric: true, cell: (p) => cell(p.left) },
        { id: 'right', header: heads[1], numeric: true, cell: (p) => cell(p.right) },
        ...(last ? [{ id: 'last', header: last.header, numeric: true, cell: last.cell }] : []),
      ]}
    />
  );
}
