import { type EditionChange, editionChangesAfter, editionNumber } from '../edition/changes.ts'
import type { EditionDb } from '../edition/edition-db.ts'
import { EVERYTHING } from '../edition/tags.ts'
import type { Press } from './press.ts'

export interface EditionWatch {
  /** Drops what changed since the last look; resolves when it is done. */
  catchUp(): Promise<void>
  stop(): void
}

/** Often enough that what another process published is live within half a second. */
const LOOK_EVERY_MS = 200

/**
 * Follows the edition by its number: this process's own changes at once, another process's a fifth of a second later.
 * Notices may be lost, numbers are not.
 *
 * @param onChanges told of the changes after the pages have gone
 */
export async function watchEdition(
  edition: EditionDb,
  press: Press,
  onFault: (error: unknown) => void,
  onChanges: (changes: readonly EditionChange[]) => Promise<void> = async () => undefined,
): Promise<EditionWatch> {
  let seen = await editionNumber(edition)
  let looking: Promise<void> = Promise.resolve()

  const look = async () => {
    const changes = await editionChangesAfter(edition, seen)
    const newest = changes.at(-1)
    if (!newest) return
    if (changes.some(({ tags }) => tags.includes(EVERYTHING))) press.dropAll()
    else press.changed(changes)
    seen = newest.number
    await onChanges(changes)
  }
  const catchUp = () => {
    looking = looking.then(look)
    const done = looking
    // A failed look must not end the chain; the next one begins where this one did.
    looking = looking.catch(() => undefined)
    return done
  }
  const timer = setInterval(() => void catchUp().catch(onFault), LOOK_EVERY_MS)
  return { catchUp, stop: () => clearInterval(timer) }
}
