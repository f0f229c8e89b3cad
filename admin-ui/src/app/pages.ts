import type { LucideIcon } from 'lucide-react';
import {
  Activity,
  BarChart3,
  BrainCircuit,
  FlaskConical,
  Headset,
  ListOrdered,
  Settings,
  SlidersHorizontal,
  Upload,
  Users,
} from 'lucide-react';
import type { Role } from '@/lib/api/types/session';

export interface PageEntry {
  to:
    | '/'
    | '/customers'
    | '/drafts'
    | '/strategy'
    | '/audiences'
    | '/simulations'
    | '/imports'
    | '/models'
    | '/monitoring'
    | '/settings';
  label: string;
  icon: LucideIcon;
  /** Who sees it; the server decides again on every request. */
  roles: readonly Role[];
}

export interface PageGroup {
  heading: string;
  pages: readonly PageEntry[];
}

const EVERYBODY: readonly Role[] = ['ADMIN', 'MARKETER', 'APPROVER', 'AGENT', 'ANALYST'];
const EVERYBODY_BUT_AGENTS: readonly Role[] = ['ADMIN', 'MARKETER', 'APPROVER', 'ANALYST'];

/** Every page that exists, in the order of the sidebar. */
export const PAGE_GROUPS: readonly PageGroup[] = [
  {
    heading: 'Work',
    pages: [
      { to: '/', label: 'Overview', icon: BarChart3, roles: EVERYBODY_BUT_AGENTS },
      { to: '/customers', label: 'Customer desk', icon: Headset, roles: EVERYBODY },
      { to: '/drafts', label: 'Campaign rules', icon: ListOrdered, roles: EVERYBODY_BUT_AGENTS },
      { to: '/strategy', label: 'Strategy', icon: SlidersHorizontal, roles: EVERYBODY_BUT_AGENTS },
      { to: '/audiences', label: 'Audiences', icon: Users, roles: EVERYBODY_BUT_AGENTS },
      { to: '/simulations', label: 'Simulations', icon: FlaskConical, roles: EVERYBODY_BUT_AGENTS },
    ],
  },
  {
    heading: 'Data and models',
    pages: [
      { to: '/imports', label: 'Imports', icon: Upload, roles: ['ADMIN', 'MARKETER', 'ANALYST'] },
      { to: '/models', label: 'Models', icon: BrainCircuit, roles: EVERYBODY_BUT_AGENTS },
      { to: '/monitoring', label: 'Monitoring', icon: Activity, roles: EVERYBODY_BUT_AGENTS },
    ],
  },
  {
    heading: 'Admin',
    pages: [{ to: '/settings', label: 'Settings', icon: Settings, roles: ['ADMIN', 'APPROVER'] }],
  },
];

export function pagesFor(roles: readonly Role[]): PageGroup[] {
  return PAGE_GROUPS.map((group) => ({
    ...group,
    pages: group.pages.filter((p) => p.roles.some((role) => roles.includes(role))),
  })).filter((group) => group.pages.length > 0);
}

export const pageAt = (pathname: string): PageEntry | undefined =>
  PAGE_GROUPS.flatMap((group) => group.pages).find(
    (p) => p.to === pathname || (p.to !== '/' && pathname.startsWith(`${p.to}/`)),
  );
