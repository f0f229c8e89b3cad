import { Card } from '@/components/Card';
import { type Column, Table } from '@/components/Table';
import type { ModelAttributions } from '@/lib/api/types/attributions';
import { useFormats } from '@/lib/SessionContext';
import { useInputLabel } from './useInputLabel';

type ClusterRow = ModelAttributions['clusters'][number];

/** What sets every cluster apart from the one next to it. */
export function ClusterInfluence({ data }: { data: ModelAttributions }) {
  const { integer, fixed } = useFormats();
  const label = useInputLabel();
  const columns: Column<ClusterRow>[] = [
    { id: 'cluster', header: 'Cluster', cell: (c) => `Cluster ${c.cluster}` },
    { id: 'rows', header: 'Customers', numeric: true, cell: (c) => integer(c.rows) },
    ...data.inputs.map((input, i) => ({
      id: input.input,
      header: label(input.input),
      numeric: true,
      cell: (c: ClusterRow) => {
        const mean = c.meanShares[i] ?? 0;
        const most = Math.max(...c.meanShares) === mean;
        return most ? <b>{fixed(mean, 2)}</b> : fixed(mean, 2);
      },
    })),
  ];
  return (
    <Card
      title="What sets each cluster apart"
      sub="How much nearer an input brings its customers to it than to the next cluster; the most in bold"
      flush
    >
      <Table
        label="What sets each cluster apart, figures"
        rows={data.clusters}
        rowKey={(c) => String(c.cluster)}
        columns={columns}
      />
    </Card>
  );
}
