import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const previewRoute = createRoute({
  getParentRoute,
  path: '/stories/$storyId/preview',
  component: lazyRouteComponent(() => import('./preview.tsx'), 'Preview'),
})

/** The screens of `publishing/`. */
export const publishingRoutes = [previewRoute] as const
