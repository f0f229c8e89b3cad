import { useState } from 'react';
import { Badge, type Tone } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Select } from '@/components/Select';
import { type Column, Table } from '@/components/Table';
import type { EvidenceFigure, EvidenceRow, Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useNamedText } from '@/lib/useNamedText';
import { figureOf, labelsOf, tableOf, versionName } from './evidence';
import { figureName, intervalText, numberText } from './figureText';

interface Props {
  models: Model[];
  /** Name of the table in the cards. */
  table: string;
  title: string;
  /** What the rows are. */
  rows: string;
  /** The figure that versions are compared by first. */
  figure: string;
}

/** A table of one card; of several, one figure of it side by side. Nothing when no card has it. */
export function EvidenceCard(props: Props) {
  const { models, table } = props;
  const having = models.filter((m) => tableOf(m, table));
  if (having.length === 0) return null;
  return models.length > 1 ? <SideBySide {...props} /> : <Alone {...props} model={having[0] as Model} />;
}

function Alone({ model, table: name, title, rows }: Props & { model: Model }) {
  const table = tableOf(model, name);
  const named = useNamedText();
  if (!table) return null;
  const figures = table.rows[0]?.figures.map((f) => f.name) ?? [];
  const columns: Column<EvidenceRow>[] = [
    { id: 'label', header: rows, className: 'model-row-name', cell: (row) => named(row.label) },
    ...figures.map((figure) => ({
      id: figure,
      header: figureName(figure),
      numeric: true,
      cell: (row: EvidenceRow) => <FigureCell figure={figureOf(row, figure)} />,
    })),
  ];
  if (table.rows.some((row) => row.verdict)) {
    columns.splice(1, 0, { id: 'verdict', header: 'Verdict', cell: (row) => <Verdict text={row.verdict} /> });
  }
  return (
    <Card title={title} sub={named(inWords(table.title))} flush>
      <Table
        label={`${title}, figures`}
        stickyHeader
        rows={table.rows}
        rowKey={(row) => row.label}
        columns={columns}
      />
    </Card>
  );
}

function SideBySide({ models, table: name, title, rows, figure: first }: Props) {
  const named = useNamedText();
  const tables = models.map((m) => tableOf(m, name));
  const known = tables.find((t) => t);
  const figures = known?.rows[0]?.figures.map((f) => f.name) ?? [];
  const [chosen, setChosen] = useState(first);
  const figure = figures.includes(chosen) ? chosen : (figures[0] ?? first);
  return (
    <Card
      title={`${title} compared`}
      sub={known && named(inWords(known.title))}
      flush
      end={
        figures.length > 1 && (
          <Select
            label={`Figure of ${title.toLowerCase()}`}
            hideLabel
            className="model-figure"
            value={figure}
            onChange={setChosen}
            options={figures.map((id) => ({ id, label: figureName(id) }))}
          />
        )
      }
    >
      <Table
        label={`${title} by version`}
        stickyHeader
        rows={labelsOf(tables)}
        rowKey={(label) => label}
        columns={[
          { id: 'label', header: rows, className: 'model-row-name', cell: (label) => named(label) },
          ...models.map((model, i) => ({
            id: model.hash,
            header: versionName(model),
            numeric: true,
            cell: (label: string) => {
              const row = tables[i]?.rows.find((r) => r.label === label);
              return (
                <>
                  <FigureCell figure={figureOf(row, figure)} />
                  {row?.verdict && (
                    <div>
                      <Verdict text={row.verdict} />
                    </div>
                  )}
                </>
              );
            },
          })),
        ]}
      />
    </Card>
  );
}

/** A figure and its interval below each other. */
export function FigureCell({ figure }: { figure: EvidenceFigure | undefined }) {
  const formats = useFormats();
  if (!figure) return DASH;
  const interval = intervalText(figure, formats);
  return (
    <>
      <b>{numberText(figure.name, figure.value, formats)}</b>
      {interval && <div className="muted small model-interval">{interval}</div>}
    </>
  );
}

/** A title as the trainer wrote it, with the names of figures as the columns have them. */
const inWords = (title: string) =>
  title.replaceAll(/\b(lossChange|halfWidth|coverage)\b/g, (name) => figureName(name).toLowerCase());

const TONES: Record<string, Tone> = {
  better: 'good',
  worse: 'bad',
  reached: 'good',
  'not reached': 'bad',
  'earns its place': 'good',
  'does harm': 'bad',
};

function Verdict({ text }: { text: string }) {
  const tone = TONES[text.split(':')[0] ?? ''];
  return tone ? <Badge tone={tone}>{text}</Badge> : <span className="muted small">{text}</span>;
}
