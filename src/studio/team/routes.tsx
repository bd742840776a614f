import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const teamRoute = createRoute({
  getParentRoute,
  path: '/team',
  component: lazyRouteComponent(() => import('./team.tsx'), 'Team'),
})

/** The screens of `team/`. */
export const teamRoutes = [teamRoute] as const
