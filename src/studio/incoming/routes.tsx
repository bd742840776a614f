import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'
import { readIncomingSearch } from './incoming-search.ts'

const getParentRoute = () => signedInRoute

const incomingRoute = createRoute({
  getParentRoute,
  path: '/incoming',
  validateSearch: readIncomingSearch,
  component: lazyRouteComponent(() => import('./incoming-list.tsx'), 'IncomingList'),
})

const incomingItemRoute = createRoute({
  getParentRoute,
  path: '/incoming/$incomingId',
  component: lazyRouteComponent(() => import('./incoming-item.tsx'), 'IncomingItem'),
})

const watchedRoute = createRoute({
  getParentRoute,
  path: '/watched',
  component: lazyRouteComponent(() => import('./watched.tsx'), 'Watched'),
})

/** The screens of `incoming/`. */
export const incomingRoutes = [incomingRoute, incomingItemRoute, watchedRoute] as const
