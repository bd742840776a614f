import type { DocumentId, SourceId } from '../ids.ts'
import type { Instant } from '../time.ts'

/**
 * Something published: a statement, an agency's dispatch, a post, a page. Named so because a story's body is a
 * document too.
 */
export interface SourceDocument {
  readonly publisherId: SourceId
  readonly author: string | null
  readonly url: string | null
  readonly title: string
  /** The instant where it is known, else only the day (EDTF); with the zone of the publisher. */
  readonly publishedAt: Instant | null
  readonly publishedOn: string | null
  readonly zone: string | null
  readonly language: string
  /** The agency's dispatch that this one prints. */
  readonly wireOf: DocumentId | null
  readonly translationOf: DocumentId | null
  readonly translation?: { readonly kind: 'human' | 'machine' | 'official'; readonly by: string | null }
  readonly captures: readonly Capture[]
  /**
   * We hold a capture that readers may not know more of. Said in public only, and only where no capture is public: a
   * claim whose publishers took it down then still stands, for readers as for staff.
   */
  readonly isHeld?: boolean
  /** Internal: the whole text, where we hold it. */
  readonly text?: string
}

/** What was found at an address at an hour: never overwritten; a page that changed is captured again. */
export interface Capture {
  readonly at: Instant
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  readonly waybackUrl?: string
  /** May readers know that we hold it, and its hash? */
  readonly isPublic: boolean
  /** Internal: who made it. */
  readonly by?: string
}
