import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { Skeleton } from '@/components/States';
import { overviewSearch } from '@/features/overview/search';
import { NotFound, RouteFailure } from './Fallbacks';
import { Root } from './Root';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: RouteFailure });
const page = { getParentRoute: () => root } as const;

const routeTree = root.addChildren([
  createRoute({
    ...page,
    path: '/',
    validateSearch: overviewSearch,
    component: lazyRouteComponent(() => import('@/features/overview/OverviewPage'), 'OverviewPage'),
  }),
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
