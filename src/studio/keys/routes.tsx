import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const apiKeysRoute = createRoute({
  getParentRoute,
  path: '/keys',
  component: lazyRouteComponent(() => import('./api-keys.tsx'), 'ApiKeys'),
})

/** The screens of `keys/`. */
export const keysRoutes = [apiKeysRoute] as const
