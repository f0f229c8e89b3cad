/**
 * Rows of cells as a spreadsheet puts them on the clipboard: cells parted by tabs, rows by line ends. A cell that holds one of
 * these, or that would be read as one that does, stands in quotes.
 */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(field).join('\t')).join('\r\n');

function field(cell: string): string {
  const quoted = /[\t\r\n]/.test(cell) || OPEN.test(cell) || unquoted(cell) !== cell;
  return quoted ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Begins with a quote that nothing ends: it would reach into the cells behind it. */
const OPEN = /^"(?:[^"]|"")*$/;

const QUOTED = /^"((?:[^"]|"")*)"$/;

/**
 * Quotes around a cell belong to the clipboard only when they hold what has to stand in quotes: the cell "West" of a table is
 * written with quotes of its own.
 */
function unquoted(cell: string): string {
  const inner = QUOTED.exec(cell)?.[1];
  return inner !== undefined && /[\t\r\n]|""/.test(inner) ? inner.replaceAll('""', '"') : cell;
}

const CELL = /("(?:[^"]|"")*"(?=\t|\r\n|\n|\r|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;

/** The cells of a text from a spreadsheet. A line end at the very end begins no row of its own. */
export function fromTsv(text: string): string[][] {
  const plain = text.replace(/(\r\n|\n|\r)$/, '');
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (;;) {
    const found = CELL.exec(plain);
    if (!found) return rows;
    rows.at(-1)?.push(unquoted(found[1] ?? ''));
    if (found[2] === '') return rows;
    if (found[2] !== '\t') rows.push([]);
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same rows as an HTML table, whose cells a spreadsheet takes as text and does not compute. */
export function toHtmlTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td style="mso-number-format:'\\@'">${text.replaceAll(/[&<>"]/g, (c) => ENTITIES[c] ?? c)}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
