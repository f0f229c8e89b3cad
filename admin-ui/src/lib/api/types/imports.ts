import type { Shape, With } from '../shape';

export type ImportTable = 'customers' | 'transactions' | 'contacts';

/** What an uploaded file seems to hold; by hand, because the contract does not describe the answer to an upload. */
export interface DetectedFile {
  encoding: string;
  delimiter: string;
  decimalSeparator: string;
  headers: string[];
  sampleRows: string[][];
  table: ImportTable | null;
  mapping: Record<string, string | null>;
  notices: string[];
}

export interface UploadedFile {
  fileId: string;
  fileName: string;
  sizeBytes: number;
  detected: DetectedFile;
}

export interface ImportRequest {
  fileId?: string;
  source?: { plugin: string };
  table: ImportTable;
  mapping?: Record<string, string | null>;
  delimiter?: string;
  encoding?: string;
  decimalSeparator?: string;
  dryRun: boolean;
}

export type ImportRows = Shape<'RowCounts'>;

export type ImportError = Shape<'RowError'>;

export type ImportRun = With<
  Shape<'ImportView'>,
  { table: ImportTable; rows: ImportRows; errors: ImportError[] }
>;
