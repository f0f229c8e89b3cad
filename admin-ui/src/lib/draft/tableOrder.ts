import type { DecisionTable } from '../api/types/tables';
import { isWhole } from './tables';

/** The term that holds a customer's segment. */
const SEGMENT = 'segment';

const givers = (tables: readonly DecisionTable[]) => {
  const giving = new Map<string, DecisionTable>();
  for (const table of tables.filter(isWhole)) {
    for (const { name } of table.outputs) if (!giving.has(name)) giving.set(name, table);
  }
  return giving;
};

/** Whether what a table gives rests, itself or through other tables, on a term that the question is put of. */
function rests(
  table: DecisionTable,
  giving: Map<string, DecisionTable>,
  on: (term: string) => boolean,
  seen = new Set<DecisionTable>(),
): boolean {
  if (seen.has(table)) return false;
  seen.add(table);
  return table.inputs.some((input) => {
    const before = giving.get(input);
    return on(input) || (before !== undefined && rests(before, giving, on, seen));
  });
}

/** The tables whose outputs segments may ask for: they do not read the segment. */
export function beforeSegments(tables: readonly DecisionTable[]): DecisionTable[] {
  const giving = givers(tables);
  return tables.filter((t) => isWhole(t) && !rests(t, giving, (term) => term === SEGMENT));
}

/** The tables whose outputs a table may ask for without waiting for itself. */
export function readableBy(
  table: DecisionTable | undefined,
  tables: readonly DecisionTable[],
): DecisionTable[] {
  const giving = givers(tables);
  const own = new Set(table && isWhole(table) ? table.outputs.map((output) => output.name) : []);
  return tables.filter((t) => t !== table && isWhole(t) && !rests(t, giving, (term) => own.has(term)));
}
