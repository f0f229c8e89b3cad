import type { Term } from '@/lib/api/types/condition';
import type { Cell, DecisionTable, TableOutput } from '@/lib/api/types/tables';
import { ANYTHING } from '@/lib/table/cell';
import { literalText, type OutputKind, outputKind, readLiteral } from '@/lib/table/literal';
import { settled } from '@/lib/table/settle';
import { humanize } from '@/lib/text';

/** A column of a table: what a row asks of a term, or what it gives. */
export type GridColumn =
  | { part: 'when'; id: string; label: string; width: number; name: string; term: Term | undefined }
  | { part: 'then'; id: string; label: string; width: number; output: TableOutput; kind: OutputKind };

const WIDTH = 148;
const WIDE = 190;

export function columnsOf(table: DecisionTable, terms: readonly Term[]): GridColumn[] {
  const when = table.inputs.map((name, i): GridColumn => {
    const term = terms.find((t) => t.name === name);
    const label = term?.label ?? humanize(name);
    return { part: 'when', id: `when ${i} ${name}`, label, width: wide(term?.type), name, term };
  });
  const then = table.outputs.map((output, i): GridColumn => {
    const kind = outputKind(output, table);
    return { part: 'then', id: `then ${i} ${output.name}`, label: output.label, width: WIDTH, output, kind };
  });
  return [...when, ...then];
}

const wide = (type: Term['type'] | undefined) => (type === 'TEXT' ? WIDE : WIDTH);

/** The text of a cell as it stands in the table, to the letter. */
export function cellText(table: DecisionTable, row: number, column: number): string {
  const { when, then } = table.rows[row] ?? { when: [], then: [] };
  const { length } = table.inputs;
  return column < length ? String(when[column] ?? ANYTHING) : literalText(then[column - length] ?? null);
}

/** What is written into the table when somebody wrote this into a cell of the column. */
export const cellValue = (column: GridColumn, text: string): Cell =>
  column.part === 'when' ? settled(text, column.term) : readLiteral(text, column.output.values, column.kind);

/** What an emptied cell holds. */
export const emptied = (column: GridColumn): Cell => (column.part === 'when' ? ANYTHING : null);
