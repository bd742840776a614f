import type { EditionDb } from '../edition/edition-db.ts'
import type { Via } from '../store/audit.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import type { Staff } from '../staff/role.ts'
import { type IdKind, makeId } from '../ids.ts'
import type { Instant } from '../time.ts'

/** Who acts, and by which door they came in. */
export interface Actor {
  /** A user name of this machine; in the studio and behind a key, the account's id, so that a name can be forgotten. */
  readonly name: string
  readonly via: Via
  /** What the account is trusted with. Left out for whoever has the machine itself: an operator may do everything. */
  readonly staff?: Staff
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
  /** Who is told when a story goes out or changes; null or left out where nobody is. */
  readonly pings?: PingSettings | null
}

/** Others who asked to be told, or whom we tell, that a page has changed. */
export interface PingSettings {
  /** Where readers find the site, without a slash at the end. */
  readonly siteUrl: string
  /** The WebSub hub that our feeds name; null where they name none. */
  readonly hub: string | null
  /** The key under which search engines hear of changed addresses; null where they hear of none. */
  readonly indexNow: { readonly endpoint: string; readonly key: string } | null
}

/** A new id for a thing of this kind. */
export const newId = <Kind extends IdKind>(newsroom: Newsroom, kind: Kind) => makeId<Kind>(kind, newsroom.randomBytes())
