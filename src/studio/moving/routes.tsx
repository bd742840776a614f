import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const movingInRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./moving-in.tsx'), 'MovingIn'),
})

/** The screens of `moving/`. */
export const movingRoutes = [movingInRoute] as const
