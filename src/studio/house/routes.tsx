import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const auditRoute = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit.tsx'), 'Audit'),
})

const healthRoute = createRoute({
  getParentRoute,
  path: '/health',
  component: lazyRouteComponent(() => import('./health.tsx'), 'Health'),
})

/** The screens of `house/`. */
export const houseRoutes = [auditRoute, healthRoute] as const
