import type { Shape } from '../shape';

export type User = Pick<Shape<'User'>, 'username' | 'displayName' | 'roles' | 'disabled'>;

export type ApiKey = Shape<'ApiKey'>;

export type AuditEvent = Shape<'AuditEvent'>;

export type AuditVerification = Shape<'AuditVerification'>;

export type Plugin = Shape<'PluginDescription'>;
