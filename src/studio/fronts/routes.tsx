import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parseLocalDate, type Month } from '../../time.ts'
import { signedInRoute } from '../shell/roots.tsx'
import { readFrontSearch } from './front-address.ts'

const getParentRoute = () => signedInRoute

const frontsRoute = createRoute({
  getParentRoute,
  path: '/fronts',
  validateSearch: readFrontSearch,
  component: lazyRouteComponent(() => import('./fronts.tsx'), 'Fronts'),
})

interface CalendarSearch {
  readonly month?: Month | undefined
  /** Left out, the month's sheet; on a phone always the list. */
  readonly as?: 'list' | undefined
}

const readCalendarSearch = ({ month, as }: Readonly<Record<string, unknown>>): CalendarSearch => ({
  ...(typeof month === 'string' && parseLocalDate(`${month}-01`) ? { month: month as Month } : {}),
  ...(as === 'list' ? { as } : {}),
})

const calendarRoute = createRoute({
  getParentRoute,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('./calendar.tsx'), 'Calendar'),
})

/** The screens of `fronts/`. */
export const frontsRoutes = [frontsRoute, calendarRoute] as const
