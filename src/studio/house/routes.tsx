import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const auditRoute = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit.tsx'), 'Audit'),
})

const movingInRoute = createRoute({
  getParentRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./moving-in.tsx'), 'MovingIn'),
})

const healthRoute = createRoute({
  getParentRoute,
  path: '/health',
  component: lazyRouteComponent(() => import('./health.tsx'), 'Health'),
})

/** The screens of `house/`. */
export const houseRoutes = [auditRoute, movingInRoute, healthRoute] as const
