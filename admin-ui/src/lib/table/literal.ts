import type { Cell, DecisionTable, Literal, TableOutput } from '../api/types/tables';

export type OutputKind = 'text' | 'number' | 'yesNo';

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** The value of a row as a cell shows it; a text that looks like something else stands in quotes. */
export function literalText(literal: Cell): string {
  if (literal === null || literal === undefined) return '';
  if (typeof literal !== 'string') return String(literal);
  const plain =
    literal !== '' &&
    literal === literal.trim() &&
    !/^"|[\n\r\t]/.test(literal) &&
    !NUMBER.test(literal) &&
    !/^(true|false|yes|no)$/i.test(literal);
  return plain ? literal : JSON.stringify(literal);
}

/** The value that a cell shows so, or what is meant by what somebody typed; null = nothing. */
export function readLiteral(text: string, values: readonly Literal[] = [], kind?: OutputKind): Cell {
  const plain = text.trim();
  if (plain === '') return null;
  const declared =
    values.find((v) => literalText(v) === text) ??
    values.find((v) => String(v).toLowerCase() === plain.toLowerCase());
  if (declared !== undefined) return declared;
  if (plain.startsWith('"')) return unquoted(plain) ?? plain;
  if (NUMBER.test(plain) && Number.isFinite(Number(plain))) return Number(plain);
  if (/^(true|false)$/i.test(plain)) return plain.toLowerCase() === 'true';
  if (kind === 'yesNo' && /^(yes|no)$/i.test(plain)) return plain.toLowerCase() === 'yes';
  return plain;
}

function unquoted(text: string): string | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'string' ? json : null;
  } catch {
    return null;
  }
}

export const kindOf = (literal: Literal): OutputKind =>
  typeof literal === 'number' ? 'number' : typeof literal === 'boolean' ? 'yesNo' : 'text';

/** What kind of value an output has, told by the first there is of its values, its rows and what it is otherwise. */
export function outputKind(output: TableOutput, table: DecisionTable): OutputKind {
  if (table.aggregation) return 'number';
  const at = table.outputs.indexOf(output);
  const given =
    output.values?.[0] ?? output.ifNoneHolds ?? table.rows.find((r) => r.then[at] != null)?.then[at];
  return given === null || given === undefined ? 'text' : kindOf(given);
}
