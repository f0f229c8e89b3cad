import type { Shape, With } from '../shape';
import type { Condition } from './condition';

/** Whom an audience is made of; the contract describes it as bare JSON. */
export type AudienceSource = { segment: string } | { action: string } | { condition: Condition };

export type AudienceExport = Shape<'ExportView'>;

export type Audience = With<Shape<'AudienceView'>, { source: AudienceSource }>;

export type AudiencePreview = Shape<'AudiencePreview'>;

export interface ExportRequest {
  format: string;
  columns: string[];
  channel?: string;
  /** Whether everybody in the file counts as contacted by the channel. */
  countsAsContact?: boolean;
}

export type ExportFormat = Shape<'ExportFormat'>;
