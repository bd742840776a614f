import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { knownSession } from '../writing/remembered-session.ts'
import { Failed, Loading, NothingHere } from './notices.tsx'
import { Frame } from './frame.tsx'

export const rootRoute = createRootRoute({
  errorComponent: Failed,
  notFoundComponent: NothingHere,
  pendingComponent: Loading,
})

/** Everything behind the sign-in, in the frame with the navigation. Whoever is not signed in is sent there first. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const { me, paper } = await knownSession()
    if (!me) throw redirect({ to: '/enter', search: { next: location.href } })
    if (!paper) throw redirect({ to: '/not-set-up' })
  },
  component: Frame,
})
