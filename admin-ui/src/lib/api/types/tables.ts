import type { Shape, With } from '../shape';

// The contract describes a table as bare JSON; its form is that of the file rules/tables.json and is written here.

/** A value that a row can give. */
export type Literal = string | number | boolean;

/** Null = not filled in yet. */
export type Cell = Literal | null;

export type HitPolicy = 'FIRST' | 'PRIORITY' | 'UNIQUE' | 'ANY' | 'COLLECT';

export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface TableOutput {
  /** The term that segments and engagement rules speak of. */
  name: string;
  label: string;
  /** The only values it can have, the highest-ranking first; left out = any. */
  values?: Literal[];
  /** What it is when no row holds; left out = nothing. */
  ifNoneHolds?: Cell;
}

export interface TableRow {
  /** One test for each input, "-" = anything. */
  when: string[];
  /** One value for each output. */
  then: Cell[];
}

/** Rules over the same terms with the same outputs, one a row. */
export interface DecisionTable {
  name: string;
  label: string;
  hitPolicy: HitPolicy;
  aggregation?: Aggregation | null;
  /** Names of terms. */
  inputs: string[];
  outputs: TableOutput[];
  rows: TableRow[];
}

/** Whom the rows of one table of a draft are about. */
export type TableEffect = Shape<'TableEffect'>;

/** A table in words. */
export type TableSentences = Shape<'TableSentences'>;

/** A table as it stands in a workbook, and what in it cannot be read. */
export type WorkbookReading = With<Shape<'ReadTable'>, { table: DecisionTable }>;
