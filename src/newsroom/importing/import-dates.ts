import type { IncomingDate, IncomingStory } from '../../intake/incoming.ts'
import type { Publication } from '../../story/story.ts'
import { type Instant, instantOf, noonOf } from '../../time.ts'

/** A clock that goes wrong by a day, or a zone that is another, makes no future. */
const A_DAY_MS = 24 * 60 * 60 * 1000

/** No newspaper is older: a date before this is none. */
const FIRST_NEWSPAPER = '1600'

/** The dates with which a story comes in, and what is to be told of those that it lost. */
export interface ImportedDates {
  readonly firstPublished: Publication | null
  readonly updatedAt: Instant | null
  /** Was it to be public only later? It then comes in as a draft, whatever its source says. */
  readonly isOfTheFuture: boolean
  readonly problems: readonly string[]
}

/**
 * The dates of an incoming story as we keep them. One that has not come yet, or that no newspaper can have, is left out and
 * told; a last change before the publication is none.
 */
export function importedDates({ published, updatedAt, status }: IncomingStory, now: Instant): ImportedDates {
  const first = published && toPublication(published)
  const latest = instantOf(new Date(Date.parse(now) + A_DAY_MS))
  const isOfTheFuture = first !== null && first.at > latest
  const isAbsurd = first !== null && first.at < FIRST_NEWSPAPER
  const firstPublished = isOfTheFuture || isAbsurd ? null : first
  const isChange = updatedAt !== null && updatedAt <= latest && updatedAt >= (firstPublished?.at ?? FIRST_NEWSPAPER)
  return {
    firstPublished,
    updatedAt: isChange ? updatedAt : null,
    isOfTheFuture,
    problems:
      first === null ? [] : problemsOf({ first, isOfTheFuture, isAbsurd, wasScheduled: status === 'scheduled' }),
  }
}

function problemsOf(dates: { first: Publication; isOfTheFuture: boolean; isAbsurd: boolean; wasScheduled: boolean }) {
  const day = dates.first.at.slice(0, 10)
  if (dates.isAbsurd) return [`Its date, ${day}, is before there were newspapers: it comes without one.`]
  if (!dates.isOfTheFuture) return []
  return dates.wasScheduled
    ? [`It was to be published on ${day}: it comes as a draft. Schedule it here if it still is.`]
    : [`Its date, ${day}, has not come yet: it comes as a draft without one.`]
}

const toPublication = (date: IncomingDate): Publication =>
  date.precision === 'day' ? { at: noonOf(date.on), precision: 'day' } : { at: date.at, precision: 'minute' }
