import type { EditionDb } from '../edition/edition-db.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { type IdKind, makeId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** Who acts, and by which door they came in. */
export interface Actor {
  readonly name: string
  readonly via: 'command-line' | 'server'
}

/** Everything a verb needs: the two databases, the time, chance, and who is acting. */
export interface Newsroom {
  readonly db: NewsroomDb
  readonly edition: EditionDb
  readonly now: () => Instant
  /** At least 16 bytes that nobody can guess. */
  readonly randomBytes: () => Uint8Array
  /** The key that seals the audit lines; from the data folder's secrets. */
  readonly auditKey: string
  readonly actor: Actor
  /** Told when the edition has followed; the pages that changed are dropped from here. */
  readonly onFollowed: (number: number) => Promise<void>
  /**
   * Removes what was deleted from the log files of both databases too, so that a withdrawn or an erased text is nowhere
   * on the disk. Where a reader still holds a log, it is done a moment later.
   */
  readonly forget: () => Promise<void>
  /** Told when the edition could not follow just now; it will be tried again. */
  readonly onLagging: (error: unknown) => void
}

/** A new id for a thing of this kind. */
export const newId = <Kind extends IdKind>(newsroom: Newsroom, kind: Kind) => makeId<Kind>(kind, newsroom.randomBytes())
