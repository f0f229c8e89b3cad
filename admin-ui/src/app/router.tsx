import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { Skeleton } from '@/components/States';
import { audiencesSearch, newAudienceSearch } from '@/features/audiences/search';
import { deskSearch } from '@/features/desk/search';
import { draftSearch, draftsSearch } from '@/features/drafts/search';
import { importsSearch } from '@/features/imports/search';
import { modelsSearch } from '@/features/models/search';
import { monitoringSearch } from '@/features/monitoring/search';
import { overviewSearch } from '@/features/overview/search';
import { settingsSearch } from '@/features/settings/search';
import { compareSearch, simulationSearch } from '@/features/simulations/search';
import { strategySearch } from '@/features/strategy/search';
import { NotFound, RouteFailure } from './Fallbacks';
import { Root } from './Root';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: RouteFailure });
const parent = () => root;

const overview = createRoute({
  getParentRoute: parent,
  path: '/',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('@/features/overview/OverviewPage'), 'OverviewPage'),
});

const desk = createRoute({
  getParentRoute: parent,
  path: '/customers',
  validateSearch: deskSearch,
  component: lazyRouteComponent(() => import('@/features/desk/DeskPage'), 'DeskPage'),
});

const strategy = createRoute({
  getParentRoute: parent,
  path: '/strategy',
  validateSearch: strategySearch,
  component: lazyRouteComponent(() => import('@/features/strategy/StrategyPage'), 'StrategyPage'),
});

const drafts = createRoute({
  getParentRoute: parent,
  path: '/drafts',
  validateSearch: draftsSearch,
  component: lazyRouteComponent(() => import('@/features/drafts/DraftsPage'), 'DraftsPage'),
});

const draft = createRoute({
  getParentRoute: parent,
  path: '/drafts/$id',
  validateSearch: draftSearch,
  component: lazyRouteComponent(() => import('./DraftRoute'), 'DraftRoute'),
});

const audiences = createRoute({
  getParentRoute: parent,
  path: '/audiences',
  validateSearch: audiencesSearch,
  component: lazyRouteComponent(() => import('@/features/audiences/AudiencesPage'), 'AudiencesPage'),
});

const newAudience = createRoute({
  getParentRoute: parent,
  path: '/audiences/new',
  validateSearch: newAudienceSearch,
  component: lazyRouteComponent(() => import('@/features/audiences/NewAudiencePage'), 'NewAudiencePage'),
});

const imports = createRoute({
  getParentRoute: parent,
  path: '/imports',
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import('@/features/imports/ImportsPage'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: parent,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('@/features/imports/NewImportPage'), 'NewImportPage'),
});

const models = createRoute({
  getParentRoute: parent,
  path: '/models',
  validateSearch: modelsSearch,
  component: lazyRouteComponent(() => import('@/features/models/ModelsPage'), 'ModelsPage'),
});

const simulations = createRoute({
  getParentRoute: parent,
  path: '/simulations',
  component: lazyRouteComponent(() => import('@/features/simulations/SimulationsPage'), 'SimulationsPage'),
});

const simulation = createRoute({
  getParentRoute: parent,
  path: '/simulations/$id',
  validateSearch: simulationSearch,
  component: lazyRouteComponent(() => import('@/features/simulations/SimulationPage'), 'SimulationPage'),
});

const comparedSimulations = createRoute({
  getParentRoute: parent,
  path: '/simulations/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('@/features/simulations/ComparePage'), 'ComparePage'),
});

const monitoring = createRoute({
  getParentRoute: parent,
  path: '/monitoring',
  validateSearch: monitoringSearch,
  component: lazyRouteComponent(() => import('@/features/monitoring/MonitoringPage'), 'MonitoringPage'),
});

const settings = createRoute({
  getParentRoute: parent,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
});

const routeTree = root.addChildren([
  overview,
  desk,
  strategy,
  drafts,
  draft,
  audiences,
  newAudience,
  imports,
  newImport,
  simulations,
  comparedSimulations,
  simulation,
  models,
  monitoring,
  settings,
]);

export const createAppRouter = (history?: RouterHistory) =>
  createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Skeleton height="60vh" label="Loading page" />,
    defaultErrorComponent: RouteFailure,
    scrollRestoration: true,
    ...(history ? { history } : {}),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
