import type { Shape, With } from '../shape';
import type { Condition, SampleCustomer } from './condition';

/** Whom an audience is made of; the contract describes it as bare JSON. */
export type AudienceSource = { segment: string } | { action: string } | { condition: Condition };

export type AudienceExport = Shape<
  'ExportView',
  'channel' | 'rows' | 'sha256' | 'fileName' | 'sizeBytes' | 'strategyHash' | 'expiresAt'
>;

export type Audience = With<
  Shape<'AudienceView', 'customers'>,
  { source: AudienceSource; lastExport: AudienceExport | null }
>;

export type AudiencePreview = With<
  Shape<'AudiencePreview', 'asOf'>,
  { sample: SampleCustomer[]; suppressed: Shape<'Suppressed'> }
>;

export interface ExportRequest {
  format: string;
  columns: string[];
  channel?: string;
}

export type ExportFormat = Shape<'ExportFormat'>;
