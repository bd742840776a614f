import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const storyListRoute = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./story-list.tsx'), 'StoryList'),
})

const tasksRoute = createRoute({
  getParentRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'Tasks'),
})

/** The screens of `stories/`. */
export const storiesRoutes = [storyListRoute, tasksRoute] as const
