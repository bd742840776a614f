import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const frontsRoute = createRoute({
  getParentRoute,
  path: '/fronts',
  component: lazyRouteComponent(() => import('./fronts.tsx'), 'Fronts'),
})

const calendarRoute = createRoute({
  getParentRoute,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./calendar.tsx'), 'Calendar'),
})

/** The screens of `fronts/`. */
export const frontsRoutes = [frontsRoute, calendarRoute] as const
