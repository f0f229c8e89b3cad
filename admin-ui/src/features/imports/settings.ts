import type { ImportRequest, ImportTable, UploadedFile } from '@/lib/api/types/imports';

/** How a file is to be read; starts as detected, and each part may be corrected. */
export interface Settings {
  table: ImportTable;
  mapping: Record<string, string | null>;
  delimiter: string;
  encoding: string;
  decimalSeparator: string;
}

export const firstSettings = ({ detected }: UploadedFile): Settings => ({
  table: detected.table ?? 'customers',
  mapping: Object.fromEntries(detected.headers.map((h) => [h, detected.mapping[h] ?? null])),
  delimiter: detected.delimiter,
  encoding: detected.encoding,
  decimalSeparator: detected.decimalSeparator,
});

export const toRequest = (file: UploadedFile, settings: Settings, dryRun: boolean): ImportRequest => ({
  fileId: file.fileId,
  ...settings,
  dryRun,
});

export const DELIMITERS = [
  { id: ',', label: 'Comma ,' },
  { id: ';', label: 'Semicolon ;' },
  { id: '\t', label: 'Tab' },
  { id: '|', label: 'Pipe |' },
];

export const DECIMALS = [
  { id: '.', label: 'Point 1234.5' },
  { id: ',', label: 'Comma 1234,5' },
];

const ENCODINGS = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'ISO-8859-1', 'windows-1252'];

export const encodings = (detected: string) =>
  [...new Set([detected, ...ENCODINGS])].map((id) => ({ id, label: id }));
