import type {
  EvidenceCurve,
  EvidenceFigure,
  EvidenceRow,
  EvidenceTable,
  Model,
} from '@/lib/api/types/models';

/** A comparison of the card by its name; nothing when the training made none. */
export const tableOf = ({ card }: Model, name: string): EvidenceTable | undefined =>
  card.evidence.tables.find((t) => t.name === name && t.rows.length > 0);

export const curveOf = ({ card }: Model, name: string): EvidenceCurve | undefined =>
  card.evidence.curves.find((c) => c.name === name && c.points.length > 1);

export const figureOf = (row: EvidenceRow | undefined, name: string): EvidenceFigure | undefined =>
  row?.figures.find((f) => f.name === name);

export const versionName = ({ version }: Pick<Model, 'version'>) => `Version ${version}`;

/** Labels of the rows of a table of several versions, those of the first version first. */
export const labelsOf = (tables: (EvidenceTable | undefined)[]): string[] => [
  ...new Set(tables.flatMap((t) => t?.rows.map((r) => r.label) ?? [])),
];
