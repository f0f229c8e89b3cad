import type { Role } from './api/types/session';

export const ROLES: { id: Role; label: string }[] = [
  { id: 'ADMIN', label: 'Administrator' },
  { id: 'MARKETER', label: 'Marketer' },
  { id: 'APPROVER', label: 'Approver' },
  { id: 'AGENT', label: 'Agent' },
  { id: 'ANALYST', label: 'Analyst' },
];

export const roleNames = (roles: readonly Role[]) =>
  ROLES.filter((r) => roles.includes(r.id))
    .map((r) => r.label)
    .join(', ');
