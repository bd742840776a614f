import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const mediaLibraryRoute = createRoute({
  getParentRoute,
  path: '/pictures',
  component: lazyRouteComponent(() => import('./media-library.tsx'), 'MediaLibrary'),
})

/** The screens of `pictures/`. */
export const picturesRoutes = [mediaLibraryRoute] as const
