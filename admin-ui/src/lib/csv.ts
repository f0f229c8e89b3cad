import { download } from './download';

/** Rows as CSV text (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function toCsv(columns: string[], rows: (string | number)[][]): string {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const downloadCsv = (fileName: string, columns: string[], rows: (string | number)[][]) =>
  download(fileName, new Blob(['\ufeff', toCsv(columns, rows)], { type: 'text/csv' }));
