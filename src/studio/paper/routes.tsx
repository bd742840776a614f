import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../shell/roots.tsx'

const getParentRoute = () => signedInRoute

const sectionsRoute = createRoute({
  getParentRoute,
  path: '/sections',
  component: lazyRouteComponent(() => import('./sections.tsx'), 'Sections'),
})

const bylinesRoute = createRoute({
  getParentRoute,
  path: '/bylines',
  component: lazyRouteComponent(() => import('./bylines.tsx'), 'Bylines'),
})

const housePagesRoute = createRoute({
  getParentRoute,
  path: '/pages',
  component: lazyRouteComponent(() => import('./house-pages.tsx'), 'HousePages'),
})

const redirectsRoute = createRoute({
  getParentRoute,
  path: '/redirects',
  component: lazyRouteComponent(() => import('./redirects.tsx'), 'Redirects'),
})

const correctionsRoute = createRoute({
  getParentRoute,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./corrections.tsx'), 'Corrections'),
})

const reportsRoute = createRoute({
  getParentRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports.tsx'), 'Reports'),
})

const styleRoute = createRoute({
  getParentRoute,
  path: '/style',
  component: lazyRouteComponent(() => import('./style-words.tsx'), 'StyleWords'),
})

const settingsRoute = createRoute({
  getParentRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings.tsx'), 'Settings'),
})

/** The screens of `paper/`. */
export const paperRoutes = [
  sectionsRoute,
  bylinesRoute,
  housePagesRoute,
  redirectsRoute,
  correctionsRoute,
  styleRoute,
  reportsRoute,
  settingsRoute,
] as const
