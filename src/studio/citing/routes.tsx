import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const recordListRoute = createRoute({
  getParentRoute,
  path: '/record',
  component: lazyRouteComponent(() => import('./record-list.tsx'), 'RecordList'),
})

const recordEntryRoute = createRoute({
  getParentRoute,
  path: '/record/$entryId',
  component: lazyRouteComponent(() => import('./record-entry.tsx'), 'RecordEntry'),
})

/** The screens of `citing/`. */
export const citingRoutes = [recordListRoute, recordEntryRoute] as const
