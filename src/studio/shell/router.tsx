import { createRouter } from '@tanstack/react-router'
import { accountRoutes } from '../account/routes.tsx'
import { enteringRoutes } from '../entering/routes.tsx'
import { frontsRoutes } from '../fronts/routes.tsx'
import { houseRoutes } from '../house/routes.tsx'
import { incomingRoutes } from '../incoming/routes.tsx'
import { movingRoutes } from '../moving/routes.tsx'
import { keysRoutes } from '../keys/routes.tsx'
import { paperRoutes } from '../paper/routes.tsx'
import { picturesRoutes } from '../pictures/routes.tsx'
import { publishingRoutes } from '../publishing/routes.tsx'
import { citingRoutes } from '../citing/routes.tsx'
import { revisionsRoutes } from '../revisions/routes.tsx'
import { storiesRoutes } from '../stories/routes.tsx'
import { teamRoutes } from '../team/routes.tsx'
import { writingRoutes } from '../writing/routes.tsx'
import { Failed, Loading, NothingHere } from './notices.tsx'
import { rootRoute, signedInRoute } from './roots.tsx'

const tree = rootRoute.addChildren([
  ...enteringRoutes,
  signedInRoute.addChildren([
    ...storiesRoutes,
    ...incomingRoutes,
    ...writingRoutes,
    ...revisionsRoutes,
    ...publishingRoutes,
    ...citingRoutes,
    ...picturesRoutes,
    ...frontsRoutes,
    ...paperRoutes,
    ...teamRoutes,
    ...keysRoutes,
    ...accountRoutes,
    ...houseRoutes,
    ...movingRoutes,
  ]),
])

/** Every screen of the studio, each loaded when it is first opened. */
export const router = createRouter({
  routeTree: tree,
  basepath: '/studio',
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NothingHere,
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
