import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router'
import { ErrorState, LoadingState } from '#ui/state-views.tsx'
import { placesOf } from './navigation.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import { useSession } from './session/session.tsx'
import { Shell } from './shell/shell.tsx'

// Each place loads its own code; adding a screen is one route here and, if people go there, one line in navigation.tsx.

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundScreen })

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start })

const windowRoute = createRoute({
  getParentRoute: () => root,
  path: '/window',
  component: lazyRouteComponent(() => import('./places/window-place.tsx'), 'WindowPlace'),
})

const inboxRoute = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string>,
  component: lazyRouteComponent(() => import('./places/inbox-place.tsx'), 'InboxPlace'),
})

const caseRoute = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./places/case-place.tsx'), 'CasePlace'),
})

const figuresRoute = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  component: lazyRouteComponent(() => import('./places/figures-place.tsx'), 'FiguresPlace'),
})

const itemsRoute = createRoute({
  getParentRoute: () => root,
  path: '/items',
  component: lazyRouteComponent(() => import('./places/items-place.tsx'), 'ItemsPlace'),
})

const remediesRoute = createRoute({
  getParentRoute: () => root,
  path: '/remedies',
  component: lazyRouteComponent(() => import('./places/remedies-place.tsx'), 'RemediesPlace'),
})

const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./places/people-place.tsx'), 'PeoplePlace'),
})

const minorFilesRoute = createRoute({
  getParentRoute: () => root,
  path: '/minor-files',
  component: lazyRouteComponent(() => import('./places/minor-files-place.tsx'), 'MinorFilesPlace'),
})

const tree = root.addChildren([
  start,
  windowRoute,
  peopleRoute,
  minorFilesRoute,
  inboxRoute,
  caseRoute,
  figuresRoute,
  itemsRoute,
  remediesRoute,
])

export function createStaffRouter() {
  return createRouter({
    routeTree: tree,
    basepath: '/staff',
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error as Error} onRetry={reset} />,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStaffRouter>
  }
}

/** One starts where one's post works. */
function Start() {
  const { post } = useSession()
  const place = placesOf(post?.kind)[0]
  return place ? <Navigate to={place.to} replace /> : null
}
