import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { type Column, Table } from '@/components/Table';
import type { Model, ModelSummary } from '@/lib/api/types/models';
import { useNamedText } from '@/lib/useNamedText';
import { FigureCell } from './EvidenceCard';
import { figureOf, tableOf } from './evidence';
import { figureName } from './figureText';
import { type Rival, rivalsOf } from './rivals';

interface Props {
  model: Model;
  siblings: ModelSummary[];
  /** Name of the table in the card. */
  table: string;
  title: string;
}

/** Versions of the same score that the card compares, each leading to its own card; nothing when it compares none. */
export function RivalsCard({ model, siblings, table, title }: Props) {
  const named = useNamedText();
  const known = tableOf(model, table);
  if (!known) return null;
  const columns: Column<Rival>[] = [
    {
      id: 'name',
      header: 'Model',
      className: 'model-row-name',
      cell: (rival) => <RivalName rival={rival} open={model} />,
    },
    ...(known.rows.some((row) => row.verdict)
      ? [
          {
            id: 'verdict',
            header: 'Verdict',
            cell: ({ row }: Rival) => row.verdict && <Badge tone="good">{row.verdict}</Badge>,
          },
        ]
      : []),
    ...(known.rows[0]?.figures ?? []).map(({ name }) => ({
      id: name,
      header: figureName(name),
      numeric: true,
      cell: ({ row }: Rival) => <FigureCell figure={figureOf(row, name)} />,
    })),
  ];
  return (
    <Card title={title} sub={named(known.title)} flush>
      <Table
        label={`${title}, figures`}
        stickyHeader
        rows={rivalsOf(model, table, siblings)}
        rowKey={(rival) => rival.row.label}
        columns={columns}
      />
    </Card>
  );
}

/** What a version is called, with the way to its card. */
export function RivalName({ rival, open }: { rival: Rival; open: Model }) {
  if (!rival.model) return rival.name;
  if (rival.model === open) return <>{rival.name} (this one)</>;
  return (
    <Link to="/models" search={{ version: rival.model.hash }}>
      {rival.name}
    </Link>
  );
}
