import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'
import { readListSearch } from './list-search.ts'

const getParentRoute = () => signedInRoute

const storyListRoute = createRoute({
  getParentRoute,
  path: '/',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./story-list.tsx'), 'StoryList'),
})

const tasksRoute = createRoute({
  getParentRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'Tasks'),
})

/** The screens of `stories/`. */
export const storiesRoutes = [storyListRoute, tasksRoute] as const
