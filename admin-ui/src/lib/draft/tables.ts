import type { Operator, Term } from '../api/types/condition';
import type { DraftDocument } from '../api/types/drafts';
import type { DecisionTable, TableRow } from '../api/types/tables';
import { ANYTHING } from '../table/cell';
import { type OutputKind, outputKind } from '../table/literal';

const NONE: DecisionTable[] = [];

/** The decision tables of a document; the same list as long as they stay the same. */
export const tablesOf = (document: DraftDocument): DecisionTable[] => document.tables ?? NONE;

/** Whether it has the form of a table, row by row: through the interface anything can be saved in a draft. */
export function isWhole({ inputs, outputs, rows }: DecisionTable): boolean {
  return (
    Array.isArray(inputs) &&
    Array.isArray(outputs) &&
    Array.isArray(rows) &&
    outputs.every((output) => typeof output?.name === 'string') &&
    rows.every((row) => Array.isArray(row?.when) && Array.isArray(row.then))
  );
}

/** A row that asks nothing and gives the first value of each output, to start from. */
export const openRow = ({ inputs, outputs }: DecisionTable): TableRow => ({
  when: inputs.map(() => ANYTHING),
  then: outputs.map((output) => output.values?.[0] ?? null),
});

const ANY_KIND: Operator[] = ['IS_MISSING', 'IS_PRESENT'];
const OPERATORS: Record<OutputKind, Operator[]> = {
  text: ['EQUALS', 'NOT_EQUALS', 'ONE_OF', 'NOT_ONE_OF', ...ANY_KIND],
  yesNo: ['EQUALS', 'NOT_EQUALS', ...ANY_KIND],
  number: [
    'EQUALS',
    'NOT_EQUALS',
    'LESS_THAN',
    'AT_MOST',
    'GREATER_THAN',
    'AT_LEAST',
    'BETWEEN',
    'ONE_OF',
    'NOT_ONE_OF',
    ...ANY_KIND,
  ],
};
const TYPES = { text: 'TEXT', number: 'NUMBER', yesNo: 'YES_NO' } as const;

/** The only texts that an output can be: those declared and those that a row gives. */
const textsOf = ({ outputs, rows }: DecisionTable, at: number): string[] => {
  const { values = [], ifNoneHolds = null } = outputs[at] ?? {};
  const said = [...values, ifNoneHolds, ...rows.map((row) => row.then[at] ?? null)];
  return [...new Set(said.filter((v) => typeof v === 'string'))];
};

/** What the tables of a draft say of a customer, as terms that other rules may speak of; they need not be live yet. */
export const tableTerms = (tables: readonly DecisionTable[]): Term[] =>
  tables.filter(isWhole).flatMap((table) =>
    table.outputs.map((output, at): Term => {
      const kind = outputKind(output, table);
      return {
        name: output.name,
        label: output.label,
        type: TYPES[kind],
        unit: '',
        minimum: null,
        maximum: null,
        values: kind === 'text' ? textsOf(table, at) : [],
        description: `Decided by the table ${table.label}`,
        origin: 'TABLE',
        operators: OPERATORS[kind],
      };
    }),
  );
