import type { Shape, With } from '../shape';

export type User = Pick<Shape<'User'>, 'username' | 'displayName' | 'roles' | 'disabled'>;

export type ApiKey = Shape<'Key'>;

export type AuditEvent = Shape<'AuditEvent'>;

export type AuditVerification = Shape<'AuditVerification', 'brokenAt'>;

export type Plugin = With<Shape<'PluginDescription'>, { kinds: Shape<'Offered'>[] }>;
