import { type EditionChange, editionChangesAfter, editionNumber } from '../edition/changes.ts'
import type { EditionDb } from '../edition/edition-db.ts'
import { EVERYTHING } from '../edition/tags.ts'
import type { Press } from './press.ts'

export interface EditionWatch {
  /** Drops what changed since the last look; resolves when it is done. */
  catchUp(): Promise<void>
  /** When it was last known where the edition stands, in milliseconds of a clock that never goes back. */
  readonly lookedAtMs: () => number
  stop(): void
}

/** Often enough that what another process published is live within half a second. */
const LOOK_EVERY_MS = 200

/** Where notices are heard, a look besides: one that was lost costs no more than this. */
const LOOK_BESIDES_EVERY_MS = 5_000

/** How a watch is kept. */
export interface Watching {
  readonly onFault: (error: unknown) => void
  /** Told of the changes after the pages have gone. */
  readonly onChanges?: (changes: readonly EditionChange[]) => Promise<void>
  /** Would this process be told of a change just now? Then it looks by itself only now and then. */
  readonly isTold?: () => boolean
}

/**
 * Follows the edition by its number: this process's own changes at once, another process's when a notice comes, or a
 * fifth of a second later where there are none. Notices may be lost, numbers are not.
 *
 * A database that is away is a fault once, not five times a second; the first look after it is back begins where the
 * last one ended.
 */
export async function watchEdition(
  edition: EditionDb,
  press: Press,
  { onFault, onChanges = async () => undefined, isTold = () => false }: Watching,
): Promise<EditionWatch> {
  let seen = await editionNumber(edition)
  let looking: Promise<void> = Promise.resolve()
  let underWay = 0
  let lookedAtMs = performance.now()
  let isAway = false

  // As of the moment of asking: what came while the database thought about it may not be in its answer.
  const noteLook = (askedAtMs: number) => {
    lookedAtMs = askedAtMs
  }
  const look = async () => {
    const askedAtMs = performance.now()
    const changes = await editionChangesAfter(edition, seen)
    const newest = changes.at(-1)
    if (!newest) return noteLook(askedAtMs)
    if (changes.some(({ tags }) => tags.includes(EVERYTHING))) press.dropAll()
    else press.changed(changes)
    seen = newest.number
    noteLook(askedAtMs)
    await onChanges(changes)
  }
  const catchUp = () => {
    underWay += 1
    const done = looking.then(look).finally(() => {
      underWay -= 1
    })
    // A failed look must not end the chain; the next one begins where this one did.
    looking = done.catch(() => undefined)
    return done
  }
  const lookByItself = async () => {
    // A database that does not answer is not asked again before it has.
    if (underWay > 0 || (isTold() && performance.now() - lookedAtMs < LOOK_BESIDES_EVERY_MS)) return
    try {
      await catchUp()
      isAway = false
    } catch (error) {
      if (!isAway) onFault(error)
      isAway = true
    }
  }
  const timer = setInterval(() => void lookByItself(), LOOK_EVERY_MS)
  return { catchUp, lookedAtMs: () => lookedAtMs, stop: () => clearInterval(timer) }
}
