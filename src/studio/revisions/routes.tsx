import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const historyRoute = createRoute({
  getParentRoute,
  path: '/stories/$storyId/history',
  component: lazyRouteComponent(() => import('./history.tsx'), 'History'),
})

/** The screens of `revisions/`. */
export const revisionsRoutes = [historyRoute] as const
