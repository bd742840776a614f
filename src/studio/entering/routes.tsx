import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/roots.tsx'

const getParentRoute = () => rootRoute

interface Enters {
  /** Where to go afterwards: an address within the studio, nothing else. */
  readonly next?: string
  /** Somebody has ended the session here, and what this device kept was destroyed, or could not be. */
  readonly ended?: 'destroyed' | 'left'
}

/** Its address says where to go on to. */
export const enterRoute = createRoute({
  getParentRoute,
  path: '/enter',
  validateSearch: ({ next, ended }: { next?: unknown; ended?: unknown }): Enters => ({
    ...(typeof next === 'string' && /^\/(?![/\\])/.test(next) && { next }),
    ...((ended === 'destroyed' || ended === 'left') && { ended }),
  }),
  component: lazyRouteComponent(() => import('./enter.tsx'), 'Enter'),
})

/** The secret of an invitation stands behind the #: it is sent to no server and stands in no log. */
const welcomeRoute = createRoute({
  getParentRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./welcome.tsx'), 'Welcome'),
})

/** Where everybody ends up who is signed in before the paper was named. */
const notSetUpRoute = createRoute({
  getParentRoute,
  path: '/not-set-up',
  component: lazyRouteComponent(() => import('./not-set-up.tsx'), 'NotSetUp'),
})

/** The screens of `entering/`. */
export const enteringRoutes = [enterRoute, welcomeRoute, notSetUpRoute] as const
