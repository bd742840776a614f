import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const storyDeskRoute = createRoute({
  getParentRoute,
  path: '/stories/$storyId',
  component: lazyRouteComponent(() => import('./story-desk.tsx'), 'StoryDesk'),
})

/** The screens of `writing/`. */
export const writingRoutes = [storyDeskRoute] as const
